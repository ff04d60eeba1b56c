import DatelineCore

/// How much of everything a document may have. XML lets a small document ask for a great deal of work; each limit is far
/// above what real documents need. libxml2's own limits stay in force besides, since its option `HUGE` is never set.
package struct XMLLimits: Sendable {
  /// How deep elements may nest.
  package var depth = 256
  /// Attributes of one element, declarations of namespaces included.
  package var attributes = 1024
  /// Declarations of entities and attributes in the document type.
  package var declarations = 2000
  /// References to parameter entities: four levels of them are enough to keep libxml2 2.9.14 busy for ever.
  package var parameterReferences = 64
  /// Bytes that references to entities may expand to, in all.
  package var expansion = 4 << 20
  /// Bytes of one tag, comment, instruction or CDATA section.
  package var token = 1 << 20
  /// Bytes of text without an element between.
  package var text = 16 << 20
  /// Warnings, after which no more is read.
  package var warnings = 1000

  /// Bytes before the last event that are kept, so that lines can be shown.
  package var history = 0
  /// Whether the tape has the declarations of namespaces, which hardly anybody needs.
  package var keepsDeclarations = false

  /// The limits as they are.
  package init() {}
}

extension XMLLimits {
  /// The limits, with texts as long as the records that `limits` allows.
  init(_ limits: Limits) {
    self.init()
    text = max(text, limits.recordSize)
  }
}
