import Cases
import Cliffs
import Input
import Money
import Rules
import Settlement

/// Cases small enough to read beside what they should show.
enum SmallCase {
  /// A case of one stay with the amounts that insurance paid, as the worked examples of the rules have them.
  static func stay(_ jurisdiction: String, _ identity: String, cost: String, paid: String = "", more: String = "")
    -> String
  {
    """
    {jurisdiction: \(jurisdiction), year: 2023, person: {birthDate: 1970-01-01, identities: [\(identity)]}, episodes: [\
    {id: stay, kind: inpatient, date: 2023-06-01, hospital: {level: 2}, \(more)cost: \(cost)\
    \(paid.isEmpty ? "" : ", paid: \(paid)")}]}
    """
  }

  /// What is found for a case.
  static func find(
    _ text: String, _ low: Int64, _ high: Int64, vary variation: Variation? = nil, episode: String? = nil
  ) throws -> CliffResult {
    let node = try YAMLReader.read(text, file: "case.yaml")
    var settler = CaseSettler(try RuleLibrary())
    let read = try settler.read(node)
    return CliffResult(
      try CliffRequest(
        read, node, episode: episode, range: Yuan(fen: low * 100)...Yuan(fen: high * 100), variation: variation))
  }
}
