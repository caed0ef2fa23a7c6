import Foundation
import Money
import Rules
import Settlement

/// The people in memory and what they get, as columns for other programs: Benchmarks/people-file.md.
struct PeopleFile {
  private let sample: Sample
  private let plans: [Plan]
  private let words: [String]

  init(_ ground: Ground) throws {
    (sample, plans) = (try ground.sample(), ground.plans)
    words = ground.vocabulary.identities.map(\.id) + ["-"] + ground.vocabulary.diseases.map(\.id)
  }

  func write(to path: String) throws {
    var columns = Columns()
    let names = Array(words.joined(separator: "\n").utf8)
    columns.text("medaid people 1\n")
    let counts = [
      Options.year, sample.years.count, sample.identities.count, sample.episodes.count, plans.count, names.count,
    ]
    columns.add(counts.map { UInt64($0) })
    columns.add(names)
    persons(&columns)
    identities(&columns)
    episodes(&columns)
    results(&columns)
    try columns.bytes.write(to: URL(fileURLWithPath: path))
  }

  private func persons(_ columns: inout Columns) {
    columns.add(sample.identityStarts.map { UInt32($0) })
    columns.add(sample.episodeStarts.map { UInt32($0) })
    columns.add(sample.years.map(\.birth.number))
    columns.add(sample.years.map(\.premiumPaid.number))
    columns.add(sample.years.map { $0.designatedAs ?? .max })
    for group in [Facts.insurance, Facts.enrolledAfterIllness, Facts.needsMaintenance] {
      columns.add(sample.years.map { UInt8($0.facts.value(group)) })
    }
  }

  private func identities(_ columns: inout Columns) {
    columns.add(sample.identities.map(\.from.number))
    columns.add(sample.identities.map(\.to.number))
    columns.add(sample.identities.map(\.applied.number))
    columns.add(sample.identities.map(\.identity))
    columns.add(sample.identities.map { $0.medicalExpense ? UInt8(1) : 0 })
  }

  private func episodes(_ columns: inout Columns) {
    let costs = sample.episodes.map(\.cost)
    for part in [\CostParts.inPolicy, \.upfrontB, \.overLimit, \.outOfCatalogue] {
      columns.add(costs.map { $0[keyPath: part].fen })
    }
    columns.add(sample.episodes.map(\.day.number))
    columns.add(sample.episodes.map(\.claimDay.number))
    columns.add(sample.episodes.map(\.disease))
    let groups = [
      Facts.kind, Facts.level, Facts.designated, Facts.emergency, Facts.location, Facts.referral, Facts.treatment,
      Facts.chronicClass,
    ]
    for group in groups { columns.add(sample.episodes.map { UInt8($0.facts.value(group)) }) }
  }

  /// What this engine pays, rule set by rule set, amount by amount, person by person.
  private func results(_ columns: inout Columns) {
    let amounts = [
      \PersonResult.assistance, \.tilted, \.premiumSubsidy, \.basic, \.criticalIllness, \.supplementary, \.base,
      \.outOfPocket,
    ]
    for plan in plans {
      let totals = sample.settled(plan)
      for amount in amounts { columns.add(totals.map { $0[keyPath: amount].fen }) }
    }
  }
}

/// Little-endian columns one after the other, each begun at a multiple of eight bytes.
private struct Columns {
  private(set) var bytes = Data()

  mutating func text(_ text: String) { add(Array(text.utf8)) }

  mutating func add<Number: FixedWidthInteger>(_ column: [Number]) {
    let ordered = column.map(\.littleEndian)
    ordered.withUnsafeBytes { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: repeatElement(0, count: (8 - bytes.count % 8) % 8))
  }
}
