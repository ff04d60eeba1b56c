package import DatelineCore
package import DatelineRecord

/// The meaning of the columns of an event table that others publish. It knows rows, and not how they are written down:
/// the CSV family and the JSON family each make a format of it.
package protocol TableDialect: Sendable {
  /// The name that its users know, such as `acled`. Its CSV has it for an id; its flat JSON has it with `-json` behind.
  var name: String { get }

  /// What it is, for `dateline formats`: `events of …`.
  var summary: String { get }

  /// The columns that are written, in order.
  var columns: [String] { get }

  /// The fields that its rows keep.
  var carries: FieldSet { get }

  /// How surely a table with these column names is of this dialect, and why.
  func recognise(columns: [String]) -> Recognition?

  /// Makes a reader of rows that have `columns`.
  func makeRowReader(columns: [Text]) -> any TableRowReader

  /// Makes a writer of rows.
  func makeRowWriter(_ context: WriteContext) -> any TableRowWriter
}

/// Makes records of rows. Stays on one thread.
package protocol TableRowReader: AnyObject {
  /// What is wrong with the columns themselves; ``TableProblem/column`` tells which. With an error among them no row can
  /// be read.
  var columnProblems: [TableProblem] { get }

  /// What the header of the document must keep so that the same columns can be written again; nil for nothing.
  var header: Header? { get }

  /// Learns from a row of the beginning of the table, before any is read: which of two numbers in a date is the day.
  func learn(from row: TableRow)

  /// Makes incidents of rows, up to the first of which there is something to say.
  ///
  /// - Parameters:
  ///   - incidents: Each is new, or was filled by a reader of the same dialect and not changed since, so that its memory is
  ///     used again. Nothing of what it held is left behind.
  ///   - rows: Row *n* becomes incident *n*.
  ///   - range: The rows to be read, one or more, within ``RowBatch/capacity``.
  func fill(_ incidents: inout ReusedIncidents, from rows: [TableRow], _ range: Range<Int>) -> FilledRows

  /// What was wrong with the row that was read last.
  var problems: [TableProblem] { get }

  /// The column from which the row's field at `pointer` (RFC 6901) was read.
  func column(of pointer: String) -> Int?
}

/// How far a reader of rows has come.
package struct FilledRows: Sendable {
  /// Behind the last row that was looked at.
  package var end: Int
  /// Whether that row has an identity. If not, that is among the problems, and its incident is worth nothing.
  package var hasIdentity: Bool

  /// Stores its parts.
  package init(end: Int, hasIdentity: Bool) {
    self.end = end
    self.hasIdentity = hasIdentity
  }
}

/// Makes rows of records. Stays on one thread.
package protocol TableRowWriter: AnyObject {
  /// The columns of the table.
  ///
  /// - Parameter header: The header of the document.
  func columns(for header: Header) throws(ConversionError) -> [Text]

  /// Appends the cells of `incident` to `row`, which is empty.
  func append(_ incident: borrowing Incident, to row: inout TableCells) throws(ConversionError)
}

/// Something wrong with a row, or with a column.
package struct TableProblem: Sendable {
  /// How bad it is.
  package var severity: Diagnostic.Severity
  /// Its stable name.
  package var code: DiagnosticCode
  /// A sentence without a final period.
  package var message: String
  /// The column, from 0; nil for the row as a whole.
  package var column: Int?

  /// Stores its parts.
  package init(_ severity: Diagnostic.Severity, _ code: DiagnosticCode, _ message: String, column: Int?) {
    self.severity = severity
    self.code = code
    self.message = message
    self.column = column
  }
}
