/// A figure that is published for residents' insured of the country and can be computed from simulated people.
public enum Measure: String, CaseIterable, Sendable {
  case admissionsPer100Insured, costPerAdmission, admittedShare, olderOverAllAdmitted, poorOverOthersAdmitted
  case readmittedShare, costSpreadOfAdmissions, tertiaryCostOverAll, primaryCostOverHospitals
  case tertiaryShare, secondaryShare
  case chronicVisitsPerInsured, costPerChronicVisit, outpatientVisitsPerInsured, costPerOutpatientVisit
  case costPerInsured, inpatientShareOfCost, outOfAreaShareOfCost, outOfProvinceShareOfCost, outOfAreaShareOfVisits
  case topTenthOfInpatients, topTwentiethOfUsers, giniOfUsers
  case inPolicyShareOfCost, inCatalogueRatio, inCatalogueRatioTertiary, fundShareOfCost
  case criticalIllnessShare, criticalIllnessMean
  case subsidisedShare, assistancePerInsured

  /// What it is, in English.
  public var english: String { words.english }
  /// What it is called in Chinese.
  public var chinese: String { words.chinese }
  /// Its unit; empty for a plain ratio.
  public var unit: String { words.unit }
  /// Whether it depends on a document's rules and is shown under each.
  public var dependsOnRules: Bool { self == .subsidisedShare || self == .assistancePerInsured }

  /// Whether people must be settled before it can be computed.
  public var needsSettlement: Bool {
    switch self {
    case .inPolicyShareOfCost, .inCatalogueRatio, .inCatalogueRatioTertiary, .fundShareOfCost, .criticalIllnessShare,
      .criticalIllnessMean, .subsidisedShare, .assistancePerInsured:
      true
    default: false
    }
  }

  private var words: (english: String, chinese: String, unit: String) {
    switch self {
    case .admissionsPer100Insured: ("admissions", "每百参保人住院人次", "per 100 insured and year")
    case .costPerAdmission: ("cost of an admission", "次均住院费用", "yuan")
    case .admittedShare: ("people admitted in a year", "年住院率", "%")
    case .olderOverAllAdmitted: ("people of 60 and over admitted, over all", "老年人住院率与全体之比", "")
    case .poorOverOthersAdmitted: ("poor people admitted, over others", "贫困人口住院率与非贫困之比", "")
    case .readmittedShare: ("admissions followed by another within 30 days", "30天再入院率", "%")
    case .costSpreadOfAdmissions: ("standard deviation over mean of an admission's cost", "次均住院费用变异系数", "")
    case .tertiaryCostOverAll: ("cost of an admission in tertiary hospitals, over all", "三级医院次均费用与全体之比", "")
    case .primaryCostOverHospitals: ("cost of an admission at level 1, over levels 2 and 3", "一级与二三级次均费用之比", "")
    case .tertiaryShare: ("admissions in tertiary hospitals", "三级医院住院人次占比", "%")
    case .secondaryShare: ("admissions in secondary hospitals", "二级医院住院人次占比", "%")
    case .chronicVisitsPerInsured: ("visits for chronic and special diseases", "人均门诊慢特病次数", "a person and year")
    case .costPerChronicVisit: ("cost of a visit for chronic or special diseases", "次均门诊慢特病费用", "yuan")
    case .outpatientVisitsPerInsured: ("ordinary outpatient visits", "人均普通门诊次数", "a person and year")
    case .costPerOutpatientVisit: ("cost of an ordinary outpatient visit", "次均普通门诊费用", "yuan")
    case .costPerInsured: ("cost of all care", "人均医疗总费用", "yuan a person and year")
    case .inpatientShareOfCost: ("inpatient share of cost", "住院费用占比", "%")
    case .outOfAreaShareOfCost: ("cost out of area", "异地就医费用占比", "%")
    case .outOfProvinceShareOfCost: ("cost out of the province", "跨省异地就医费用占比", "%")
    case .outOfAreaShareOfVisits: ("visits and admissions out of area", "异地就医人次占比", "%")
    case .topTenthOfInpatients: ("inpatient cost of the costliest tenth of inpatients", "住院费用最高10%患者费用占比", "%")
    case .topTwentiethOfUsers: ("cost of the costliest twentieth of users", "费用最高5%就医者费用占比", "%")
    case .giniOfUsers: ("Gini coefficient of users' cost", "就医者费用基尼系数", "")
    case .inPolicyShareOfCost: ("in-policy share of inpatient cost", "住院政策范围内费用占比", "%")
    case .inCatalogueRatio: ("basic insurance, of in-policy inpatient cost", "住院政策范围内基金支付比例", "%")
    case .inCatalogueRatioTertiary:
      ("basic insurance, of in-policy cost in tertiary hospitals", "三级医院政策范围内基金支付比例", "%")
    case .fundShareOfCost: ("basic and critical-illness insurance, of all cost", "基金支付占总费用比例", "%")
    case .criticalIllnessShare: ("insured whom critical-illness insurance pays", "大病保险受益人数占参保人数", "%")
    case .criticalIllnessMean: ("critical-illness payment to one of them", "大病保险人均支付", "yuan")
    case .subsidisedShare: ("insured whose premium the fund subsidises", "医疗救助资助参保人数占比", "%")
    case .assistancePerInsured:
      ("medical assistance, premium subsidies included", "参保人均医疗救助支出", "yuan a person and year")
    }
  }
}
