import Foundation
import Input

/// Defaults of identities: shares of those that the file does not name, conditions of those it does.
extension PlaceDefaults {
  private static let conditionKeys = [
    "poorTimes", "residence", "ages", "householdAtMost", "insurance", "withoutHouseholdIdentity",
  ]

  mutating func fillIdentities() {
    let named = namedIdentities()
    for kind in ["household", "person"] {
      for entry in national.at(["identities", kind])?.entries ?? [] {
        guard let identity = vocabulary.identity(entry.key) else { continue }
        if let key = own(identity, kind) {
          completeConditions(kind, key, entry)
        } else if !isCovered(identity, by: named) {
          fillShare(["identities", kind, entry.key], entry.value)
        }
      }
    }
  }

  private mutating func completeConditions(_ kind: String, _ key: String, _ entry: Node.Entry) {
    let missing = Self.conditionKeys.filter { root.at(["identities", kind, key, $0]) == nil }.compactMap { name in
      entry.value[name].map { (name, $0) }
    }
    complete(["identities", kind, key], missing, like: ["identities", kind, entry.key])
  }

  /// The country's share, times how many more or fewer of the place's people have the identity's residence and ages.
  private mutating func fillShare(_ path: [String], _ parameter: Node) {
    guard let share = parameter["share"]?.plainNumber else { return }
    let own = eligible(parameter, in: root), all = eligible(parameter, in: national)
    let scaled = all > 0 ? min(1, share * own / all) : share
    // With whom holders overlap is the place's own affair: it may count nobody of the other identity.
    var entries = parameter.ownEntries.filter { $0.0 != "overlaps" }
    for index in entries.indices where entries[index].0 == "share" {
      entries[index].1 = .plain(Self.decimal(scaled), at: root.place)
    }
    fill(path, entries)
  }

  /// The share of residents who live where an identity asks and have the ages it asks for, as if ages were the same
  /// everywhere.
  private func eligible(_ parameter: Node, in root: Node) -> Double {
    var share = 1.0
    if let word = parameter["residence"]?.text, word != Residence.any.rawValue,
      let towns = root.at(["urban", "value"])?.plainNumber, let all = root.at(["population", "value"])?.plainNumber,
      all > 0
    {
      let urban = min(1, towns / all)
      share = word == Residence.urban.rawValue ? urban : 1 - urban
    }
    if let ages = parameter["ages"]?.items, ages.count == 2, let first = ages[0].plainNumber,
      let last = ages[1].plainNumber, let pyramid = pyramid(root)
    {
      share *= pyramid.shares[2 * Int(first)..<2 * Int(last) + 2].reduce(0, +)
    }
    return share
  }

  private func pyramid(_ root: Node) -> AgePyramid? {
    let counts = ["female", "male"].map { sex in
      AgePyramid.groups.compactMap { root.at(["ages", sex, $0])?.plainNumber }.filter { $0 >= 0 && $0 < 1e10 }
    }
    guard counts.allSatisfy({ $0.count == AgePyramid.groups.count }), counts.joined().contains(where: { $0 > 0 })
    else { return nil }
    return AgePyramid(female: counts[0], male: counts[1])
  }

  /// The key under which the file names an identity, which may be a Chinese one.
  private func own(_ identity: UInt8, _ kind: String) -> String? {
    root.at(["identities", kind])?.entries?.first { vocabulary.identity($0.key) == identity }?.key
  }

  private func namedIdentities() -> UInt64 {
    ["household", "person"].flatMap { root.at(["identities", $0])?.entries ?? [] }.reduce(0) { set, entry in
      vocabulary.identity(entry.key).map { set | 1 << UInt64($0) } ?? set
    }
  }

  /// True where the file counts people of this identity under a wider or a narrower one: filling it would count them
  /// twice.
  private func isCovered(_ identity: UInt8, by named: UInt64) -> Bool {
    let wider = vocabulary.implied[Int(identity)] & named != 0
    let narrower = (0..<vocabulary.identities.count).contains { index in
      named & (1 << UInt64(index)) != 0 && vocabulary.implied[index] & (1 << UInt64(identity)) != 0
    }
    return wider || narrower
  }

  /// Four digits that count, never with an exponent.
  private static func decimal(_ value: Double) -> String {
    guard value > 0 else { return "0" }
    let digits = max(0, 3 - Int(log10(value).rounded(.down)))
    let text = String(format: "%.\(min(digits, 12))f", value)
    guard text.contains(".") else { return text }
    let trimmed = String(text.reversed().drop { $0 == "0" }.reversed())
    return trimmed.hasSuffix(".") ? String(trimmed.dropLast()) : trimmed
  }
}
