/// The name that was likely meant by `word`; nil where none is near.
package func nearestName(to word: String, among names: [String]) -> String? {
  let letters = Array(word.lowercased())
  return names.map { ($0, editDistance(letters, Array($0))) }
    .filter { $0.1 <= max(1, $0.0.count / 2) }.min { $0.1 < $1.1 }?.0
}

/// The number of letters to insert, remove or replace to make `second` of `first` (Levenshtein).
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  guard first.count <= 64 else { return .max }
  var row = Array(0...second.count)
  for (i, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in second.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
    }
  }
  return row[second.count]
}
