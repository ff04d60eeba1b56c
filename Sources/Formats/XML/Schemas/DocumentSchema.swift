package import DatelineCore
package import DatelineValidation

/// A schema of a user's, against which XML of any kind can be held: an XML Schema 1.0 of the W3C, or one of RELAX NG in XML.
package final class DocumentSchema {
  private let files: SchemaFiles
  private var compiled: Compiled?

  private enum Compiled {
    case xsd(XMLSchema)
    case relaxNG(RelaxNGGrammar)
  }

  /// Reads the schema at `path`, and what it takes from other files of its folder. Nothing comes from a network.
  ///
  /// - Throws: ``ConversionError/system(_:path:errno:)`` where the file cannot be read. Whatever else is wrong with it
  ///   ``problems(_:)`` tells.
  package init(path: String) throws(ConversionError) {
    var files = try SchemaFiles(path: path)
    if !files.isWrong {
      files.checkShape()
      files.checkVersion()
    }
    if !files.isWrong {
      compiled = files.isRelaxNG ? RelaxNGGrammar(&files).map { .relaxNG($0) } : XMLSchema(&files).map { .xsd($0) }
    }
    self.files = files
  }

  /// Whether documents can be held against it.
  package var isUsable: Bool { !files.isWrong }

  /// What is wrong with the schema, for each of its files in which something is.
  package func problems(_ options: ValidationOptions) -> [FileFindings] {
    let byFile = Dictionary(grouping: files.problems, by: \.document).sorted { $0.key < $1.key }
    return byFile.map { index, problems in
      let document = files.documents[index]
      let log = FindingLog(file: document.path, options: options)
      log.setKind(files.isRelaxNG ? "relaxng" : "xsd")
      for problem in problems {
        let element = document.elements.indices.contains(problem.element) ? document.elements[problem.element] : nil
        let position = problem.position ?? element?.position ?? SourcePosition()
        let name = element?.name.written ?? ""
        log.add(problem.rule, level: problem.level, element: name) { level in
          Finding(
            problem.rule, level: level, message: problem.message, start: position, end: position, element: name,
            path: document.path(to: problem.element))
        }
      }
      return log.finish()
    }
  }

  /// Holds a document against the schema, in one pass and constant memory.
  ///
  /// - Parameter log: Takes what is found. A document that cannot be read on is a finding too.
  /// - Throws: ``ConversionError/system(_:path:errno:)``.
  package func check(_ source: any ByteSource, log: FindingLog) throws(ConversionError) {
    var limits = XMLLimits()
    limits.history = 128 << 10
    limits.keepsDeclarations = true
    let diagnostics = DiagnosticLog(input: log.result.file, errorLimit: .max) { log.add($0) }
    let parser = try XMLPushParser(source, log: diagnostics, limits: limits)
    log.setKind("xml")
    guard let stream = makeStream() else { throw .unsupported("the schema cannot be used") }
    var check = SchemaCheck(stream, parser, log)
    let budget = TimeBudget(seconds: log.options.secondsLimit)
    do throws(ConversionError) {
      var isMore = true
      while isMore {
        isMore = try parser.read()
        check.take()
        try parser.reportFindings()
        parser.drop(.max)
        if isMore, budget.isSpent(on: parser.readCount) {
          throw diagnostics.fatal(.xmlLimit, budget.message, at: parser.position(at: parser.readCount))
        }
      }
      check.finish()
    } catch .malformed(let diagnostic) {
      log.add(diagnostic)
    }
  }

  private func makeStream() -> (any SchemaStream)? {
    switch compiled {
    case .xsd(let schema): XMLSchemaStream(schema)
    case .relaxNG(let grammar): RelaxNGStream(grammar)
    case nil: nil
    }
  }
}
