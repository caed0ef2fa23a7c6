import Simulation

// The fund: yearly means, differences and years of its cells.

extension TallyReader {
  /// The real population's yearly mean of a fund cell.
  public func fundMean(_ cell: Int) -> Estimate {
    scaled { (fund($0, cell), Double(tally($0).fund.squares[cell]), Double(tally($0).fund.residentCross[cell])) }
  }

  /// The mean amount of what a cell of persons or person-times counts, fen; nil where nothing is counted.
  public func fundRatio(amount: Int, count: Int) -> Estimate? {
    let (paid, counted) = (total { fund($0, amount) }, total { fund($0, count) })
    guard counted > 0 else { return nil }
    let ratio = paid / counted
    let error = error(ratio) {
      let fund = tally($0).fund
      return (
        self.fund($0, amount), self.fund($0, count), Double(fund.squares[amount]), Double(fund.amountCross[count]),
        Double(fund.squares[count]), (Double(fund.residentCross[amount]), Double(fund.residentCross[count]))
      )
    }
    let isKnown =
      isKnown { (fund($0, amount), Double(tally($0).fund.squares[amount])) }
      && isKnown { (fund($0, count), Double(tally($0).fund.squares[count])) }
    return Estimate(ratio, standardError: isKnown ? error / counted : nil)
  }

  /// The real population's yearly mean of a cell of `MonthCells`: fen, or persons.
  public func month(_ cell: Int) -> Estimate { scaled { tally($0).months.moments(cell) } }

  /// The real population's yearly number of episodes or subsidies that a flag touched, and the amount paid on them, fen.
  public func flag(_ index: Int) -> (count: Estimate, amount: Estimate) {
    func read(_ sums: (Tally) -> ClusterSums) -> Estimate {
      scaled { sums(tally($0)).moments(index) }
    }
    return (read { $0.flagCount }, read { $0.flagAmount })
  }

  private func scaled(_ moments: (Int) -> (x: Double, squares: Double, cross: Double)) -> Estimate {
    let value = total { moments($0).x }
    let isKnown = isKnown { (moments($0).x, moments($0).squares) }
    return Estimate(value, standardError: isKnown ? perResident(moments) : nil).times(scale / replicates)
  }

  /// Whether a sum rests on enough clusters: so many, all paid alike, would have this ratio of sum and squares.
  private func isKnown(_ moments: (Int) -> (x: Double, squares: Double)) -> Bool {
    var (sum, squares) = (0.0, 0.0)
    for (stratum, weight) in weights.enumerated() {
      let (x, xx) = moments(stratum)
      sum += weight * x
      squares += weight * weight * xx
    }
    return sum == 0 || sum * sum / squares >= Self.fewest
  }

  /// The difference of a fund cell's yearly mean from the reference variant's, whose cell of the same name is `twin` (nil for none).
  public func fundDifference(_ cell: Int, from reference: TallyReader, twin: Int?) -> Estimate {
    func change(_ stratum: Int) -> Double { fund(stratum, cell) - (twin.map { reference.fund(stratum, $0) } ?? 0) }
    let error = perResident {
      (
        change($0), Double(tally($0).fund.differenceSquares[cell]),
        Double(tally($0).fund.differenceResidentCross[cell])
      )
    }
    return Estimate(total(change), standardError: error).times(scale / replicates)
  }

  /// A cell's sum over a stratum's replicates.
  private func fund(_ stratum: Int, _ cell: Int) -> Double {
    let fund = sample.strata[stratum].fund
    return stride(from: cell, to: fund.sums.count, by: fund.cells.count).reduce(0) { $0 + Double(fund.sums[$1]) }
  }

  /// A cell's sum in each replicate for the persons that those drawn stand for.
  ///
  /// Where one person stands for w, the luck of w of them is √w times that of one, so that a year lies √w times as far
  /// from the mean as the sample does: w · mean + √w · (year − mean).
  public func years(_ cell: Int) -> [Double] { years { Double($0.fund.sums[$1 * $0.cells.count + cell]) } }

  /// What all people pay in each replicate, in the same way.
  public var outOfPocket: [Double] { years { Double($0.outOfPocket[$1]) } }

  private func years(_ value: (Tally, Int) -> Double) -> [Double] {
    var years = Array(repeating: 0.0, count: sample.replicates)
    for (tally, weight) in zip(sample.strata, weights) {
      let own = years.indices.map { value(tally, $0) }
      let mean = own.reduce(0, +) / replicates
      for year in years.indices { years[year] += weight * mean + weight.squareRoot() * (own[year] - mean) }
    }
    return years
  }

  /// A cell's distribution over years for the real population; who was drawn moves the spread as it moves the mean.
  public func fundDistribution(_ cell: Int) -> Distribution {
    let years = years(cell), level = fundMean(cell)
    let deviation = Distribution(years, scale: scale).standardDeviation ?? 0
    let error = level.value > 0 ? (level.standardError ?? 0) / level.value * deviation : 0
    return Distribution(years, scale: scale, spreadError: error)
  }
}

extension ClusterSums {
  /// A sum, and what its error needs.
  fileprivate func moments(_ index: Int) -> (x: Double, squares: Double, cross: Double) {
    (Double(sums[index]), Double(squares[index]), Double(residentCross[index]))
  }
}
