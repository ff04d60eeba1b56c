import Foundation

/// Runs `predict WHAT INPUT.jsonl`, answers to a development set for its scorer, `show FILE`, what the reader sees, or
/// `speed reading INPUT.jsonl`; `xml-events FILE` prints what the XML parser finds and `feed-verdict FILE` what the rules
/// for feeds find, `xml-attacks FOLDER` holds both against hostile documents; `compare` measures the command beside the
/// programs that others use.
let arguments = CommandLine.arguments.dropFirst()
let paths = arguments.dropFirst(2)
switch Array(arguments.prefix(2)) {
case ["predict", "ics"]: for path in paths { try PredictCalendars.run(path) }
case ["predict", "dates"]: for path in paths { try PredictDates.run(path) }
case ["predict", "articles"]: for path in paths { try PredictArticles.run(path) }
case ["predict", "muc4"]: for path in paths { try PredictMUC4.run(path) }
case ["predict", "notes"]: for path in paths { try PredictNotes.run(path) }
case ["predict", "places"]: for path in paths { try PredictPlaces.run(path) }
case ["show", "lines"]: for path in paths { try ShowReading.runLines(path) }
case ["speed", "reading"]: for path in paths { try ReadingSpeed.run(path) }
case let words where words.first == "xml-events" && words.count == 2: exit(XMLEvents.run(words[1]))
case let words where words.first == "feed-verdict" && words.count == 2: exit(FeedVerdict.run(words[1]))
case let words where words.first == "compare": exit(Compare.main(arguments.dropFirst()))
case let words where words.first == "xml-attacks" && words.count == 2: exit(try XMLAttacks.run(words[1]))
case ["text-representation"]: try TextRepresentation.run()
case let words where words.first == "show": for path in arguments.dropFirst() { try ShowReading.run(path) }
default:
  print(
    "usage: dateline-bench predict articles|dates|ics|muc4|notes|places INPUT.jsonl | show [lines] FILE"
      + " | speed reading FILE | xml-events FILE | feed-verdict FILE | xml-attacks FOLDER | text-representation | compare [--help]"
  )
}
