import Input
import Rules

/// Fills what a place file leaves out from the shipped profile of the country, and keeps a list of what it filled.
///
/// It works on the file's tree, before the tree is read, so that a filled file is read and judged like one that was
/// written out. Counts are scaled to the place's population; whatever else the profile states is taken as it stands.
struct PlaceDefaults {
  /// The reason that a filled parameter gives.
  static let reason = "default: the national profile"
  /// The shipped place that defaults are taken from.
  static let profile = "national"

  private(set) var root: Node
  private(set) var gaps: [PlaceGap] = []
  /// What the conditions of identities that were filled stand on; they belong to parameters that have a source.
  private(set) var conditions: [Provenance] = []
  let national: Node
  let vocabulary: Vocabulary

  /// - Throws: `Refusal` where the shipped profile is broken, which a test rules out.
  init(_ root: Node, vocabulary: Vocabulary) throws(Refusal) {
    let file = "places/\(Self.profile).yaml"
    guard let text = Embedded.text(file) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the program was built without its national profile"))
    }
    self.root = root
    self.vocabulary = vocabulary
    national = try YAMLReader.read(text, file: file)
  }

  /// Fills every gap. What is there, right or wrong, stays as it is.
  mutating func fill() {
    guard root.entries != nil else { return }
    fillUrban()
    fillAges()
    fillHouseholds()
    fillIncome()
    take(["allowanceStandard"])
    fillPovertyLine()
    for key in ["priceLevel", "insurance", "changes", "recognition", "takeUp"] { take([key]) }
    let times = ["insurance", "employeeUrbanTimes"]
    if root.at(times) == nil, let value = national.at(times) {
      complete(["insurance"], [("employeeUrbanTimes", value)])
    }
    fillIdentities()
  }

  /// Residents of the place over those of the country; nil where the file does not say how many there are.
  var scale: Double? {
    guard let own = root.at(["population", "value"])?.plainNumber,
      let all = national.at(["population", "value"])?.plainNumber, own >= 1, own <= 1e10, all > 0
    else { return nil }
    return own / all
  }

  /// Takes a parameter of the profile as it stands.
  mutating func take(_ path: [String]) {
    guard root.at(path) == nil, let parameter = national.at(path) else { return }
    fill(path, parameter.ownEntries)
  }

  /// Puts a parameter with these keys where there is none, and notes the gap.
  ///
  /// - Parameters:
  ///   - shown: the value for people; nil writes out the keys.
  ///   - reason: why the parameter is what it is.
  mutating func fill(_ path: [String], _ entries: [(String, Node)], shown: String? = nil, reason: String = reason) {
    guard let origin = national.at(path) else { return }
    let place = placeOf(path.dropLast())
    var parameter = Node.mapping(entries, at: place).moved(to: place)
    parameter.put(.plain("assumption", at: place), "status")
    parameter.put(.quoted(reason, at: place), "reason")
    root = root.putting(parameter, at: path)
    let key = path.joined(separator: ".")
    gaps.append(PlaceGap(key: key, value: shown ?? Self.words(entries), origin: Provenance(origin, key: key)))
  }

  /// Adds keys to a parameter that is there without them, and notes the gap.
  ///
  /// - Parameter profile: the parameter's path in the profile, where the file names it otherwise.
  mutating func complete(_ path: [String], _ missing: [(String, Node)], like profile: [String]? = nil) {
    guard !missing.isEmpty, var parameter = root.at(path), parameter.entries != nil,
      let origin = national.at(profile ?? path)
    else { return }
    let place = parameter.place
    for (key, value) in missing { parameter.put(value.moved(to: place), key) }
    let names = missing.map(\.0).joined(separator: ", ")
    let reason = "\(names): \(Self.reason)"
    parameter.put(
      .quoted(parameter["reason"]?.text.map { "\($0); \(reason)" } ?? reason, at: place), "reason")
    root = root.putting(parameter, at: path)
    let key = "\(path.joined(separator: ".")) (\(names))"
    gaps.append(PlaceGap(key: key, value: Self.words(missing), origin: Provenance(origin, key: key)))
    conditions.append(
      Provenance(key: key, source: nil, year: nil, confidence: nil, isAssumption: true, reason: Self.reason))
  }

  /// Messages about a default point at the section it belongs to, or at the file's beginning.
  private func placeOf(_ path: ArraySlice<String>) -> Place {
    for length in stride(from: path.count, to: 0, by: -1) {
      if let node = root.at(Array(path.prefix(length))) { return node.place }
    }
    return Place(file: root.place.file, line: 1)
  }

  /// Keys and values on one line; a lone `value` needs no name.
  static func words(_ entries: [(String, Node)]) -> String {
    func words(_ node: Node) -> String {
      if let items = node.items { return items.map(words).joined(separator: " to ") }
      if let entries = node.entries {
        return "(" + entries.map { "\($0.key) \(words($0.value))" }.joined(separator: ", ") + ")"
      }
      return node.text ?? node.named
    }
    if entries.count == 1, entries[0].0 == "value" { return words(entries[0].1) }
    return entries.map { "\($0.0) \(words($0.1))" }.joined(separator: ", ")
  }
}
