import Foundation
import Input
import Population

/// The text of an illness file whose numbers can be changed without touching anything else in it.
public struct ProfileText: Sendable {
  /// The file's name, for messages.
  public let file: String
  private let lines: ProfileLines
  private let root: Node

  /// Keys that say where a parameter comes from.
  private static let origin = ["source", "year", "confidence", "status", "reason"]

  /// Reads a file's structure.
  ///
  /// - Throws: `Refusal` where it is no YAML.
  public init(_ text: String, file: String) throws(Refusal) {
    try self.init(ProfileLines(Array(text.unicodeScalars)), file: file)
  }

  private init(_ lines: ProfileLines, file: String) throws(Refusal) {
    root = try YAMLReader.read(lines.text, file: file)
    self.lines = lines
    self.file = file
  }

  /// The text as it is now.
  public var text: String { lines.text }

  /// Finds the number that a path leads to: `hospitals.sigma`, or `admissions.relative[4]`, counted from 1.
  ///
  /// - Returns: nil where there is no number.
  public func number(_ path: String) -> ProfileNumber? {
    var keys = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var index: Int?
    if let last = keys.last, last.hasSuffix("]"), let open = last.firstIndex(of: "[") {
      guard let position = Int(last[last.index(after: open)...].dropLast()), position > 0 else { return nil }
      index = position - 1
      keys[keys.count - 1] = String(last[..<open])
    }
    guard var parameter = keys.dropLast().reduce(root as Node?, { $0?[$1] }), let key = keys.last,
      !Self.origin.contains(key), var node = parameter[key]
    else { return nil }
    if let value = node["value"] { (parameter, node) = (node, value) }
    let items = node.items ?? [node]
    let position = index ?? 0
    guard (index == nil) == (node.items == nil), position < items.count else { return nil }
    let spots = items.compactMap(spot)
    guard spots.count == items.count else { return nil }
    return ProfileNumber(spots: spots, index: position, parameter: parameter)
  }

  private func spot(_ node: Node) -> ProfileNumber.Spot? {
    guard case .scalar(let text, let quoted) = node.content, text.wholeMatch(of: /[0-9]+(\.[0-9]+)?/) != nil,
      let value = Double(text),
      let range = lines.range(of: text, line: node.place.line, column: node.column + (quoted ? 1 : 0))
    else { return nil }
    return ProfileNumber.Spot(value: value, range: range)
  }

  /// Changes a number; where it is one of shares that add up to 1, the others make room in proportion.
  ///
  /// - Throws: `Refusal` where the path leads to no number.
  public mutating func set(_ path: String, to value: Double) throws(Refusal) {
    guard let number = number(path) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), key: path, "there is no number of this path"))
    }
    guard value != number.value else { return }
    var scalars = lines.scalars
    // From the last on, so that those before stay where they were found.
    for (spot, value) in zip(number.spots, number.values(with: value)).reversed() where spot.value != value {
      scalars.replaceSubrange(spot.range, with: Self.plain(value).unicodeScalars)
    }
    self = try ProfileText(ProfileLines(scalars), file: file)
  }

  /// The text that says of a parameter that it was calibrated, in place of the source that its old value had.
  ///
  /// - Returns: nil where the path leads to no number, and where the source does not stand on lines of its own, so that
  ///   it cannot be taken out.
  public func explained(_ path: String, _ reason: String) -> ProfileText? {
    let entries = number(path)?.parameter.entries ?? []
    guard let first = entries.first(where: { !Self.origin.contains($0.key) })?.place.line else { return nil }
    let taken = Set(entries.filter { Self.origin.contains($0.key) }.map(\.place.line))
    let line = lines.line(first)
    let indent = ProfileLines.text(line.prefix { $0 == " " })
    let end = line.suffix(2).elementsEqual("\r\n".unicodeScalars) ? "\r\n" : "\n"
    let words = reason.replacing("\\", with: "\\\\").replacing("\"", with: "'")
    let note = "\(indent)status: assumption\(end)\(indent)reason: \"\(words)\"\(end)"
    var scalars: [Unicode.Scalar] = []
    for number in 1...lines.count {
      if number == first { scalars += note.unicodeScalars }
      if !taken.contains(number) { scalars += lines.line(number) }
    }
    // A source may share its line with a figure, or take several lines: then what is left is another file.
    guard let text = try? ProfileText(ProfileLines(scalars), file: file),
      Self.figures(text.root) == Self.figures(root)
    else { return nil }
    return text
  }

  /// What a file says besides where it comes from, each value behind its path.
  private static func figures(_ node: Node, _ path: String = "") -> [String] {
    if let entries = node.entries {
      return entries.filter { !origin.contains($0.key) }.flatMap { figures($0.value, "\(path)/\($0.key)") }
    }
    if let items = node.items { return items.flatMap { figures($0, "\(path)/") } }
    return ["\(path): \(node.text ?? "")"]
  }

  private static func plain(_ value: Double) -> String {
    let text = String(format: "%.6f", value)
    let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed()
    return text.contains(".") ? String(trimmed) : text
  }
}
