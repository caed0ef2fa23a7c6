import Foundation
import Input

/// Small runs in parts, and parts that were tampered with.
enum Parts {
  /// A run that ends at once.
  static let small = """
    format: medaid-scenario/1
    name: parts
    year: 2023
    seed: 7
    people: 40
    replicates: 2
    sensitivityReplicates: 0
    places: [guizhou]

    """

  /// Two places, a reform, a comparison and sensitivities.
  static let scenario = """
    format: medaid-scenario/1
    name: parts
    year: 2023
    seed: 7
    people: 900
    replicates: 2
    comparisonReplicates: 1
    sensitivityReplicates: 1
    places: [guizhou, banan]
    reforms: [{name: more, set: {guizhou.benefits.pool.rate.II: 90}}]

    """

  /// Replaces a text in a part's header by one of the same length and renews the fingerprint at the end, as another
  /// program might have written it.
  static func rewrite(_ path: String, _ old: String, _ new: String) throws {
    let data = try Data(contentsOf: URL(filePath: path)).dropLast(8)
    guard let range = data.range(of: Data(old.utf8)), old.utf8.count == new.utf8.count else { return }
    var changed = Data(data)
    changed.replaceSubrange(range, with: Data(new.utf8))
    var fingerprint = Fingerprint()
    changed.withUnsafeBytes { fingerprint.add($0) }
    withUnsafeBytes(of: fingerprint.value.littleEndian) { changed.append(contentsOf: $0) }
    try changed.write(to: URL(filePath: path))
  }

  /// Flips a bit in the middle of a file.
  static func damage(_ path: String) throws {
    var data = try Data(contentsOf: URL(filePath: path))
    data[data.count / 2] ^= 1
    try data.write(to: URL(filePath: path))
  }

  /// All files of a run by name, but for the line of the manifest with the wall time.
  static func reports(_ folder: String) throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }
    return Dictionary(
      uniqueKeysWithValues: try names.map { name in
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        return (name, text.split(separator: "\n").filter { !$0.contains("\"wallSeconds\"") }.joined(separator: "\n"))
      })
  }
}
