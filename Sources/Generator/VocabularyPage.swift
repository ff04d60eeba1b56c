import DatelineReading

/// `Specs/vocabulary.md`: the kinds of incident, from the reader's own table.
struct VocabularyPage {
  var text: String {
    var text = """
      # Kinds of incident

      <!-- Written by dateline-generate from IncidentKind.all. Change the table, not this file. -->

      `kind` says what happened, in words joined by dots, coarse to fine: every prefix of a kind is a valid coarser kind, so that a
      program which knows `force` alone still knows what to do with `force.missile`. The vocabulary is open: a record may hold other
      kinds. How it came about is not part of the kind: whether it was meant stands in `cause.intent`.

      | kind | meaning |
      |---|---|

      """
    for (kind, meaning) in IncidentKind.all { text += "| `\(kind.name)` | \(meaning) |\n" }
    return text
  }
}
