/// Runs `predict WHAT INPUT.jsonl`, answers to a development set for its scorer, or `show FILE`, what the reader sees.
let arguments = CommandLine.arguments.dropFirst()
switch Array(arguments.prefix(2)) {
case ["predict", "dates"]: for path in arguments.dropFirst(2) { try PredictDates.run(path) }
case ["show", "lines"]: for path in arguments.dropFirst(2) { try ShowReading.runLines(path) }
case ["speed", "reading"]: for path in arguments.dropFirst(2) { try ReadingSpeed.run(path) }
case let words where words.first == "show": for path in arguments.dropFirst() { try ShowReading.run(path) }
default: print("usage: dateline-bench predict dates INPUT.jsonl | show [lines] FILE | speed reading FILE")
}
