extension PopulationSampler {
  /// Draws those households of a range that a selection takes; what the block held before is gone.
  ///
  /// Who is taken depends on seed and household alone, so that they are the same in every replicate and however a range
  /// is cut into parts.
  public mutating func draw(
    replicate: UInt64, households: Range<UInt64>, _ selection: Selection, into block: inout PopulationBlock
  ) {
    block.removeAll()
    let size = UInt64(Allotment.size)
    var first = households.lowerBound
    while first < households.upperBound {
      prepare(first)
      // Up to the end of the allotment.
      let end = min(first + (size - first % size), households.upperBound)
      if selection == .all {
        drawHouseholds(index(first)..<index(first) + Int(end - first), replicate, into: &block)
      } else {
        var taken: [Int] = []
        for number in first..<end where isTaken(number, selection) { taken.append(index(number)) }
        drawHouseholds(taken, replicate, into: &block)
      }
      first = end
    }
  }

  private func index(_ household: UInt64) -> Int { Int(household % UInt64(Allotment.size)) }

  /// Persons of those households of a range that a selection stands for.
  public mutating func persons(_ households: Range<UInt64>, _ selection: Selection) -> Int {
    var sum = 0
    for number in households {
      prepare(number)
      let home = index(number)
      switch selection {
      case .all: sum += allotment.homes[home].members.count
      case .holders: sum += allotment.isHolder(home) ? allotment.homes[home].members.count : 0
      case .others: sum += allotment.isHolder(home) ? 0 : allotment.homes[home].members.count
      }
    }
    return sum
  }

  /// Whether the household, of the allotment at hand, is taken.
  private func isTaken(_ number: UInt64, _ selection: Selection) -> Bool {
    let home = index(number)
    switch selection {
    case .all: return true
    case .holders: return allotment.isHolder(home)
    case .others(let every):
      guard !allotment.isHolder(home) else { return false }
      random.seek(replicate: 0, household: number, purpose: Purpose(.selection))
      return random.below(Int(every)) == 0
    }
  }
}

extension Allotment {
  /// Whether anybody of a household holds an identity.
  func isHolder(_ home: Int) -> Bool {
    homes[home].choice != nil || homes[home].members.contains { people[$0].choices != 0 }
  }
}
