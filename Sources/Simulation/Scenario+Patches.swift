import Input
import Rules

extension Scenario {
  /// Refuses patches under which the rules of a jurisdiction are not sound: those of the whole run, and each reform's.
  ///
  /// - Throws: `Refusal` with the defects of all of them.
  public func refuseBadPatches(_ library: RuleLibrary) throws(Refusal) {
    let findings = Findings()
    for file in library.files {
      let whole = patches[file.id] ?? []
      // Provisions that begin in different years must stand in each of them.
      let years = [year] + yearsAhead
      let lists = [[]] + reforms.flatMap { reform in years.compactMap { reform.patches(in: $0)[file.id] } }
      for list in lists {
        do { _ = try file.book(readings: readings, stages: [list, whole]) } catch {
          for defect in error.diagnostics { findings.add(defect) }
        }
      }
    }
    try findings.refuseIfAny()
  }
}
