import Cliffs
import Money
import Testing

/// A second implementation, which looks at every fen and every yuan, finds the same.
@Suite struct BruteForceTests {
  private static let people: [(jurisdiction: String, identity: String)] = [
    ("banan", "monitoredAtRisk"), ("banan", "minimumLivingAllowance"), ("kaizhou", "severelyDisabled"),
    ("kaizhou", "destituteSupport"), ("dianjiang", "minimumLivingAllowance"), ("guizhou", "illnessImpoverishedPatient"),
    ("bazhong", "allowanceMarginFamily"),
  ]

  private func texts(_ person: (jurisdiction: String, identity: String)) -> [String] {
    [
      SmallCase.stay(
        person.jurisdiction, person.identity, cost: "{inPolicy: 30000, upfrontB: 1700, outOfCatalogue: 333.33}"),
      SmallCase.stay(
        person.jurisdiction, person.identity, cost: "{inPolicy: 27123.45, overLimit: 77.70}",
        paid: "{basic: 13333.31, criticalIllness: 1000.01}"),
    ]
  }

  /// Costs one fen apart between which a measure moves by more than a jump.
  private func leaps(_ curve: CostCurve, _ range: ClosedRange<Int64>) -> [Int64] {
    var last = curve.point(at: Yuan(fen: range.lowerBound))
    return range.dropFirst().compactMap { fen in
      let next = curve.point(at: Yuan(fen: fen))
      defer { last = next }
      let isLeap = CurvePoint.Measure.allCases.contains {
        abs(next.value($0).fen - last.value($0).fen) > Break.leastJump.fen
      }
      return isLeap ? fen - 1 : nil
    }
  }

  @Test(arguments: people.indices) func everyFenNearTheGateHoldsTheSameJumps(_ person: Int) throws {
    for text in texts(Self.people[person]) {
      let line = try SmallCase.find(text, 29_500, 30_500).lines[0]
      #expect(line.schedule.jumps.map(\.before.cost.fen) == leaps(line.curve, 29_500_00...30_500_00))
    }
  }

  @Test(arguments: people.indices) func everyYuanOfALargeRangeHoldsTheSameJumps(_ person: Int) throws {
    for text in texts(Self.people[person]) {
      let line = try SmallCase.find(text, 0, 300_000).lines[0]
      var found: [Int64] = []
      var last = line.curve.point(at: .zero)
      for yuan in 1...Int64(300_000) {
        let next = line.curve.point(at: Yuan(fen: yuan * 100))
        // In a yuan no measure moves by more than the yuan, with its share of the other parts, and a jump.
        let isLeap = CurvePoint.Measure.allCases.contains { abs(next.value($0).fen - last.value($0).fen) > 300 }
        if isLeap { found += leaps(line.curve, (yuan - 1) * 100...yuan * 100) }
        last = next
      }
      #expect(line.schedule.jumps.filter { $0.isLarge }.map(\.before.cost.fen) == found)
    }
  }

  @Test(arguments: people.indices) func betweenNodesTheScheduleIsStraight(_ person: Int) throws {
    for text in texts(Self.people[person]) {
      let line = try SmallCase.find(text, 0, 200_000).lines[0]
      for (left, right) in zip(line.schedule.nodes, line.schedule.nodes.dropFirst())
      where right.cost.fen - left.cost.fen > 1 {
        let span = right.cost.fen - left.cost.fen
        for part in 1..<Int64(97) {
          let cost = left.cost.fen + Int64(Double(span) * Double(part) / 97)
          let point = line.curve.point(at: Yuan(fen: cost))
          for measure in CurvePoint.Measure.allCases {
            let share = Double(cost - left.cost.fen) / Double(span)
            let (from, to) = (Double(left.value(measure).fen), Double(right.value(measure).fen))
            let expected = from + (to - from) * share
            #expect(abs(Double(point.value(measure).fen) - expected) <= 6)
          }
        }
      }
    }
  }

  /// Without a jump or a named fall, whoever costs more is neither paid less nor left with less, but for rounding.
  @Test(arguments: people.indices) func costsThatRiseNeverPayLessOutsideOfReversals(_ person: Int) throws {
    for text in texts(Self.people[person]) {
      let line = try SmallCase.find(text, 0, 150_000).lines[0]
      for measure in CurvePoint.Measure.allCases {
        let falls = line.reversals.filter { $0.measure == measure }
        var highest = line.curve.point(at: .zero)
        for yuan in 1...Int64(15_000) {
          let point = line.curve.point(at: Yuan(fen: yuan * 1000))
          let isWithin = falls.contains { $0.from.cost < point.cost && point.cost < $0.recovered ?? .maximum }
          if !isWithin { #expect(point.value(measure).fen >= highest.value(measure).fen - Break.leastJump.fen) }
          if point.value(measure) > highest.value(measure) { highest = point }
        }
      }
    }
  }
}

extension Break {
  /// Larger than what is looked for from yuan to yuan.
  var isLarge: Bool { CurvePoint.Measure.allCases.contains { abs(step($0).fen) > 400 } }
}

extension Yuan {
  static let maximum = Yuan(fen: .max)
}
