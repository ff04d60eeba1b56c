extension ClosedRange<Int> {
  /// What a number in this range is called, in a message: `a whole number from 1 to 12`.
  var wantedNumber: String {
    upperBound == .max ? "a whole number from \(lowerBound)" : "a whole number from \(lowerBound) to \(upperBound)"
  }
}

extension ClosedRange<Double> {
  /// What a number in this range is called, in a message: `a number from -90 to 90`.
  var wantedNumber: String { "a number from \(Self.short(lowerBound)) to \(Self.short(upperBound))" }

  private static func short(_ bound: Double) -> String { Int(exactly: bound).map { "\($0)" } ?? "\(bound)" }
}
