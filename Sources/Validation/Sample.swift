/// Sums over one batch of simulated people, from which every measure is computed.
struct Sample {
  /// A count or an amount (yuan) over residents' insured of the batch.
  enum Sum: Int, CaseIterable {
    case insured, older, poor, admitted, admittedOlder, admittedPoor, users
    case admissions, admissionCost, admissionCostSquares, readmitted
    case tertiary, tertiaryCost, secondary, hospitalCost, primary, primaryCost
    case chronicVisits, chronicCost, visits, visitCost
    case awayCost, provinceCost, awayAdmissions
    case inPolicy, basicOfPolicy, tertiaryPolicy, tertiaryBasic, basic, critical, criticalPersons
  }

  private var sums = [Double](repeating: 0, count: Sum.allCases.count)
  /// Inpatient cost of each person with an admission, yuan.
  var inpatientCosts: [Double] = []
  /// Cost of each person with any care, yuan.
  var costs: [Double] = []
  /// By rule set: people subsidised, and assistance with tilt and subsidies in yuan.
  var subsidised: [Double]
  var assistance: [Double]

  init(rules: Int) {
    subsidised = Array(repeating: 0, count: rules)
    assistance = subsidised
  }

  subscript(_ sum: Sum) -> Double {
    get { sums[sum.rawValue] }
    set { sums[sum.rawValue] = newValue }
  }

  /// A measure of the batch.
  ///
  /// - Parameter rule: which rule set, for measures that depend on one.
  func value(_ measure: Measure, rule: Int = 0) -> Double {
    func share(_ part: Sum, of whole: Sum) -> Double { self[part] / self[whole] }
    let cost = self[.admissionCost] + self[.chronicCost] + self[.visitCost]
    switch measure {
    case .admissionsPer100Insured: return 100 * share(.admissions, of: .insured)
    case .costPerAdmission: return share(.admissionCost, of: .admissions)
    case .admittedShare: return 100 * share(.admitted, of: .insured)
    case .olderOverAllAdmitted: return share(.admittedOlder, of: .older) / share(.admitted, of: .insured)
    case .poorOverOthersAdmitted:
      let others = (self[.admitted] - self[.admittedPoor]) / (self[.insured] - self[.poor])
      return share(.admittedPoor, of: .poor) / others
    case .readmittedShare: return 100 * share(.readmitted, of: .admissions)
    case .costSpreadOfAdmissions:
      let mean = share(.admissionCost, of: .admissions)
      return (share(.admissionCostSquares, of: .admissions) / (mean * mean) - 1).squareRoot()
    case .tertiaryCostOverAll: return share(.tertiaryCost, of: .tertiary) / share(.admissionCost, of: .admissions)
    case .primaryCostOverHospitals:
      return share(.primaryCost, of: .primary) / (self[.hospitalCost] / (self[.tertiary] + self[.secondary]))
    case .tertiaryShare: return 100 * share(.tertiary, of: .admissions)
    case .secondaryShare: return 100 * share(.secondary, of: .admissions)
    case .chronicVisitsPerInsured: return share(.chronicVisits, of: .insured)
    case .costPerChronicVisit: return share(.chronicCost, of: .chronicVisits)
    case .outpatientVisitsPerInsured: return share(.visits, of: .insured)
    case .costPerOutpatientVisit: return share(.visitCost, of: .visits)
    case .costPerInsured: return cost / self[.insured]
    case .inpatientShareOfCost: return 100 * self[.admissionCost] / cost
    case .outOfAreaShareOfCost: return 100 * self[.awayCost] / cost
    case .outOfProvinceShareOfCost: return 100 * self[.provinceCost] / cost
    case .outOfAreaShareOfVisits:
      return 100 * self[.awayAdmissions] / (self[.admissions] + self[.chronicVisits] + self[.visits])
    case .topTenthOfInpatients: return 100 * Concentration.topShare(inpatientCosts, of: 0.1)
    case .topTwentiethOfUsers: return 100 * Concentration.topShare(costs, of: 0.05)
    case .giniOfUsers: return Concentration.gini(costs)
    case .inPolicyShareOfCost: return 100 * share(.inPolicy, of: .admissionCost)
    case .inCatalogueRatio: return 100 * share(.basicOfPolicy, of: .inPolicy)
    case .inCatalogueRatioTertiary: return 100 * share(.tertiaryBasic, of: .tertiaryPolicy)
    case .fundShareOfCost: return 100 * (self[.basic] + self[.critical]) / cost
    case .criticalIllnessShare: return 100 * share(.criticalPersons, of: .insured)
    case .criticalIllnessMean: return share(.critical, of: .criticalPersons)
    case .subsidisedShare: return 100 * subsidised[rule] / self[.insured]
    case .assistancePerInsured: return assistance[rule] / self[.insured]
    }
  }
}
