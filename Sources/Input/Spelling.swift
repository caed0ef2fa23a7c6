import Foundation

/// Finds the word that a writer most likely meant.
public enum Spelling {
  /// The candidate nearest to `word`, or nil where none is near enough to be meant.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    // A Chinese name is often written short: 巴南区 for 重庆市巴南区.
    let isShort = word.count > 1 && !word.utf8.allSatisfy { $0 < 0x80 }
    if isShort, let whole = candidates.first(where: { $0.contains(word) }) { return whole }
    // A word may not be wrong in every letter.
    let limit = min(max(2, word.count / 3), word.count - 1)
    var best: (distance: Int, word: String)?
    for candidate in candidates where abs(candidate.count - word.count) <= limit {
      let distance = distance(word.lowercased(), candidate.lowercased())
      guard distance <= limit else { continue }
      if let known = best {
        let begins = candidate.commonPrefix(with: word).count, knownBegins = known.word.commonPrefix(with: word).count
        guard (distance, -begins) < (known.distance, -knownBegins) else { continue }
      }
      best = (distance, candidate)
    }
    return best?.word
  }

  /// A hint for a message: the nearest candidate, or all of them where they are few.
  ///
  /// - Parameter others: names that are allowed as well and are named only where one of them is the nearest.
  public static func hint(for word: String, among candidates: [String], also others: [String] = []) -> String? {
    if let near = nearest(to: word, among: candidates + others) { return "did you mean \(near)?" }
    guard !candidates.isEmpty else { return nil }
    return candidates.count <= 24
      ? "allowed: \(candidates.joined(separator: ", "))" : "\(candidates.count) are allowed, such as \(candidates[0])"
  }

  /// Edits (insert, delete, replace, swap neighbours) that lead from one word to the other.
  public static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars), b = Array(b.unicodeScalars)
    var rows = [Array(0...b.count)]
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
