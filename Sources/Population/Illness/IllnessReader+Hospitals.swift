import Input
import Rules
import Settlement

extension IllnessReader {
  /// Which hospitals admit, and what admissions cost there.
  func hospitalMix() -> HospitalMix? {
    guard let section = section(root, "hospitals") else { return nil }
    defer { section.refuseUnknown() }
    let levels = sheet.shares(section, "levels", count: 3)
    let cost = sheet.numbers(section, "levelCost", count: 3, in: 0.001...1000)
    let spread = spread(section)
    let location = sheet.parameter(section, "location") { fields in
      all(["level1", "level2", "level3"]) { fields.shares($0, count: CareLocation.allCases.count) }
    }
    let referral = sheet.parameter(section, "referral") { fields in
      all(CareLocation.allCases.map(\.id)) { fields.shares($0, count: Referral.allCases.count) }
    }
    let designated = sheet.number(section, "designated", in: 0...1)
    let emergency = sheet.number(section, "emergency", in: 0...1)
    guard let levels, let cost, let spread, let location, let referral, let designated, let emergency else {
      return nil
    }
    return HospitalMix(
      levels: levels, specialLevels: levels, levelCost: cost, spread: spread, location: location, referral: referral,
      designated: designated, emergency: emergency)
  }

  private func spread(_ section: Fields) -> CostSpread? {
    let sigma = sheet.number(section, "sigma", in: 0...4)
    let shared = sheet.number(section, "shared", in: 0...1)
    let share = sheet.number(section, "tailShare", in: 0...0.5)
    let index = sheet.number(section, "tailIndex", in: 1.05...100)
    guard let sigma, let shared, let share, let index else { return nil }
    return CostSpread(sigma: sigma, shared: shared, tailShare: share, tailIndex: index)
  }

  private func all(_ keys: [String], _ read: (String) -> [Double]?) -> [[Double]]? {
    let lists = keys.compactMap(read)
    return lists.count == keys.count ? lists : nil
  }
}
