import Input
import Money
import Rules

/// A number of a place's rules that is varied, and which numbers it can be.
public struct VariedRule: Sendable {
  /// Whose rules.
  public let jurisdiction: String
  /// The path with the jurisdiction before it, as a patch has it: `guizhou.benefits.pool.rate.III`.
  public let name: String
  /// `yuan`, `%`, `points`, `times` or `months`; empty where the rules say nothing of the unit.
  public let unit: String
  /// The value as the rules have it, with its unit, by language; none where they have no value at this path.
  public let now: [Language: String]
  private let path: [String]

  /// The smallest step in hundredths of the unit: whole fen, hundredths of a percent, whole months.
  public var step: Int64 { unit == "months" ? 100 : 1 }

  /// - Parameter name: a path that begins with a jurisdiction.
  /// - Throws: `Refusal` where it does not, or where the scenario sets a value there that would hide the varied one.
  public init(_ name: String, _ scenario: Scenario, _ library: RuleLibrary) throws(Refusal) {
    func refusal(_ reason: String, _ hint: String?) -> Refusal {
      Refusal(Diagnostic(at: Self.place, key: name, reason, hint: hint))
    }
    var path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let id = path.removeFirst()
    guard let file = library.file(id) else {
      let ids = library.files.map(\.id)
      throw refusal(
        "a path begins with a jurisdiction, such as \(ids.first ?? "guizhou").parameters.premium",
        Spelling.hint(for: id, among: ids))
    }
    guard !path.isEmpty, !path.allSatisfy(\.isEmpty) else {
      throw refusal(
        "a key of the rule file must follow the jurisdiction",
        "such as \(id).parameters.premium; medaid rules show \(id) lists them")
    }
    let key = path.joined(separator: ".")
    for patch in scenario.patches[file.id] ?? []
    where patch.name == key || patch.name.hasPrefix(key + ".") || key.hasPrefix(patch.name + ".") {
      throw refusal(
        "\(patch.place) sets \(id).\(patch.name), which would hide what is varied", "take it out of set: there")
    }
    let set = try file.patched(readings: scenario.readings, stages: [scenario.patches[file.id] ?? []])
    let rows = RuleView(set, year: scenario.year).rows
    let row = rows.first { $0.path == key }
    let chinese = RuleView(set, year: scenario.year, language: .chinese).rows.first { $0.path == key }
    let below = Set(rows.filter { $0.path.hasPrefix(key + ".") }.map(\.unit))
    (jurisdiction, self.name, self.path) = (file.id, "\(file.id).\(key)", path)
    unit = row?.unit ?? (below.count == 1 ? below.first ?? "" : "")
    now = [.english: row?.valueWithUnit, .chinese: chinese?.valueWithUnit].compactMapValues { $0 }
  }

  /// Where messages say that a value stands.
  static let place = Place(file: "command line", line: 0)

  /// The patch that gives it a value.
  func patch(_ text: String) -> Patch {
    Patch(path: path, value: Node(.scalar(text, quoted: true), at: Self.place), place: Self.place)
  }

  /// The patch that gives it a value in hundredths of the unit; unlike a person's `0.6` it is never a slip for 60 percent.
  func patch(_ hundredths: Int64) -> Patch {
    patch(unit == "%" && hundredths < 100 ? Self.text(hundredths) + "%" : Self.text(hundredths))
  }

  /// A number of hundredths as people write it: `72.5`.
  public static func text(_ hundredths: Int64) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    return rest == 0
      ? "\(whole)" : rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
