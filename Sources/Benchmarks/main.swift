/// Runs `predict WHAT INPUT.jsonl`: answers to a development set on standard output, for its scorer.
let arguments = CommandLine.arguments.dropFirst()
switch Array(arguments.prefix(2)) {
case ["predict", "dates"]: for path in arguments.dropFirst(2) { try PredictDates.run(path) }
default: print("usage: dateline-bench predict dates INPUT.jsonl")
}
