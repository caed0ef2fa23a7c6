import Foundation
import Input
import Population

/// The text of an illness file whose numbers can be changed without touching anything else in it.
public struct ProfileText: Sendable {
  /// The file's name, for messages.
  public let file: String
  private var lines: [String]
  private let root: Node

  /// Reads a file's structure.
  ///
  /// - Throws: `Refusal` where it is no YAML.
  public init(_ text: String, file: String) throws(Refusal) {
    root = try YAMLReader.read(text, file: file)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.file = file
  }

  /// The text as it is now.
  public var text: String { lines.joined(separator: "\n") }

  /// Finds the number that a path leads to: `hospitals.sigma`, or `admissions.relative[4]`, counted from 1.
  ///
  /// - Returns: nil where there is no number.
  public func number(_ path: String) -> ProfileNumber? {
    var keys = path.split(separator: ".").map(String.init)
    var index: Int?
    if let last = keys.last, last.hasSuffix("]"), let open = last.firstIndex(of: "[") {
      guard let position = Int(last[last.index(after: open)...].dropLast()), position > 0 else { return nil }
      index = position - 1
      keys[keys.count - 1] = String(last[..<open])
    }
    guard var parameter = keys.dropLast().reduce(root as Node?, { $0?[$1] }), let key = keys.last,
      var node = parameter[key]
    else { return nil }
    if let value = node["value"] { (parameter, node) = (node, value) }
    let items = node.items ?? [node]
    let position = index ?? 0
    guard (index == nil) == (node.items == nil), position < items.count else { return nil }
    let spots = items.enumerated().compactMap { offset, item -> ProfileNumber.Spot? in
      guard let value = item.text.flatMap(Double.init) else { return nil }
      let before = items[..<offset].count { $0.place.line == item.place.line }
      return ProfileNumber.Spot(value: value, line: item.place.line - 1, ordinal: before)
    }
    guard spots.count == items.count else { return nil }
    return ProfileNumber(spots: spots, index: position, parameter: parameter)
  }

  /// Changes a number; where it is one of shares that add up to 1, the others make room in proportion.
  public mutating func set(_ number: ProfileNumber, to value: Double) {
    for (spot, value) in zip(number.spots, number.values(with: value)) where spot.value != value {
      replace(spot, Self.plain(value))
    }
  }

  private mutating func replace(_ spot: ProfileNumber.Spot, _ text: String) {
    let line = lines[spot.line]
    // Keys hold no digits before a colon that numbers follow; a list begins behind its bracket.
    let begin = line.firstIndex(of: "[") ?? line.firstIndex(of: ":") ?? line.startIndex
    let end = line.firstIndex(of: "#") ?? line.endIndex
    let numbers = line[begin..<end].ranges(of: #/[0-9]+(\.[0-9]+)?/#)
    guard spot.ordinal < numbers.count else { return }
    lines[spot.line].replaceSubrange(numbers[spot.ordinal], with: text)
  }

  /// Says of a parameter that it was calibrated, in place of the source that its old value had.
  public mutating func explain(_ number: ProfileNumber, _ reason: String) {
    let own = ["source", "year", "confidence", "status", "reason"]
    let entries = number.parameter.entries ?? []
    guard let first = entries.first(where: { !own.contains($0.key) }) else { return }
    let indent = String(lines[first.place.line - 1].prefix { $0 == " " })
    for entry in entries where own.contains(entry.key) { lines[entry.place.line - 1] = Self.removed }
    let note = "\(indent)status: assumption\n\(indent)reason: \"\(reason.replacing("\"", with: "'"))\""
    lines[first.place.line - 1] = note + "\n" + lines[first.place.line - 1]
  }

  /// The text without the lines that `explain` took out.
  public var finished: String { lines.filter { $0 != Self.removed }.joined(separator: "\n") }

  private static let removed = "\u{0}"

  private static func plain(_ value: Double) -> String {
    let text = String(format: "%.6f", value)
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()
    return text.contains(".") ? String(trimmed) : text
  }
}
