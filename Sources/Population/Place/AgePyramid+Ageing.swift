import Foundation

extension AgePyramid {
  /// Yearly mortality by age after Gompertz, m(x) = c exp(c (x − M)): c is 0.09, the age M at which most die 87 for women and
  /// 82 for men, which gives about 81 and 76 years of life.
  ///
  /// An assumption: no life table of the places was seen. Deaths of infants, which it leaves out, are few.
  static func mortality(age: Int, male: Bool) -> Double {
    let (slope, mode) = (0.09, male ? 82.0 : 87.0)
    return min(1, slope * exp(slope * (Double(age) - mode)))
  }

  /// Ages at which women bear children.
  private static let mothers = 20..<40

  /// The people after a year: each a year older or dead, and as many born for each woman of 20 to 39 as were now.
  ///
  /// Nobody moves in or out.
  ///
  /// - Returns: also how many people there are for each one now.
  public func aYearLater() -> (pyramid: AgePyramid, growth: Double) {
    func women(_ shares: [Double]) -> Double { Self.mothers.reduce(0) { $0 + shares[2 * $1] } }
    var later = [Double](repeating: 0, count: shares.count)
    for age in 0...Self.oldest {
      for sex in 0..<2 {
        let left = shares[2 * age + sex] * (1 - Self.mortality(age: age, male: sex == 1))
        later[2 * min(age + 1, Self.oldest) + sex] += left
      }
    }
    let mothers = women(shares)
    for sex in 0..<2 { later[sex] = mothers > 0 ? shares[sex] / mothers * women(later) : 0 }
    return (AgePyramid(shares: later), later.reduce(0, +))
  }

  /// A pyramid of single years of age, `2 × age + sex`, in any unit.
  private init(shares: [Double]) {
    let total = shares.reduce(0, +)
    self.shares = shares.map { $0 / total }
  }
}

extension PlaceModel {
  /// The place some years later, as far as ages tell: its people older, and more or fewer of them.
  public func aged(years: Int) -> PlaceModel {
    var place = self
    var people = Double(population)
    for _ in 0..<max(0, years) {
      let (pyramid, growth) = place.pyramid.aYearLater()
      place.pyramid = pyramid
      people *= growth
    }
    place.population = Int(people.rounded())
    return place
  }
}

extension IllnessModel {
  /// Admissions of a place's people for each one of the reference people, as far as ages and sexes tell.
  public func admissionsByAge(_ pyramid: AgePyramid) -> Double {
    let rates = admissions.means(1, reference)
    return pyramid.shares.enumerated().reduce(0) { sum, cell in
      let (age, male) = (cell.offset / 2, cell.offset % 2)
      // Rates come as women not poor, women poor, men not poor, men poor of a group of ages.
      let row = 4 * reference.groups.group(age) + 2 * male
      return sum + cell.element * rates[row]
    }
  }
}
