/// Why a conversion stopped. Everything that a conversion survives is a ``Diagnostic`` instead.
public enum ConversionError: Error, Hashable, Sendable {
  /// The input can't be read past this point.
  case malformed(Diagnostic)
  /// The operating system refused: what was tried, on what, and `errno`.
  case system(SystemOperation, path: String, errno: Int32)
  /// More than `limit` errors were reported.
  case tooManyErrors(limit: Int)
  /// The caller asked to refuse loss, and this record has a field that the target can't carry.
  case lossRefused(field: String, record: String)
  /// No such format, or not in that direction; the text says which, and what to do.
  case unsupported(String)
}

/// What the operating system was asked to do.
public enum SystemOperation: String, Hashable, Sendable {
  /// Opening an input.
  case open
  /// Reading from an input.
  case read
  /// Making an output.
  case create
  /// Writing to an output, or putting it in its place.
  case write
}
