import Dateline

/// The version of the command and of the schema that it writes.
enum Version {
  static let number = "0.1.0"
  static let text = "dateline \(number) (schema \(Schema.version))"
}
