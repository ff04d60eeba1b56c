import DatelineCore
import DatelineRecord

/// Makes an incident of each row.
final class ACLEDRowReader: TableRowReader {
  private let columns: ACLEDTableColumns
  private var filler: ACLEDFiller

  init(columns: [Text]) {
    self.columns = ACLEDTableColumns(columns)
    filler = ACLEDFiller(self.columns)
  }

  var columnProblems: [TableProblem] { columns.problems }

  var header: Header? { columns.header }

  var problems: [TableProblem] { filler.problems }

  func column(of pointer: String) -> Int? { ACLEDLayout.column(of: pointer).flatMap(columns.place) }

  func learn(from row: TableRow) { filler.learn(from: row) }

  func fill(_ incidents: inout ReusedIncidents, from rows: [TableRow], _ range: Range<Int>) -> FilledRows {
    filler.fill(&incidents.list, from: rows, range)
  }
}
