/// A closed set of words of the case and rule files, each with an identifier and its Chinese name.
public protocol Word: CaseIterable, RawRepresentable, Hashable, Sendable where RawValue == Int {
  /// The identifier that files use.
  var id: String { get }
  /// The Chinese name, which files may use as well.
  var chinese: String { get }
}

extension Word {
  /// The word of this identifier or Chinese name.
  public init?(named name: String) {
    let words = Self.allCases
    guard let match = words.first(where: { $0.id == name }) ?? words.first(where: { $0.chinese == name })
    else { return nil }
    self = match
  }
}

/// The kind of care of an episode (就医类型).
public enum CareKind: Int, Word {
  case inpatient, chronicOutpatient, outpatient
  /// The identifier that files use.
  public var id: String { ["inpatient", "chronicOutpatient", "outpatient"][rawValue] }
  /// The Chinese name.
  public var chinese: String { ["住院", "门诊慢特病", "普通门诊"][rawValue] }
}

/// Where care was given, seen from the insured place (就医地). In the Chongqing districts city and province are both
/// the municipality.
public enum CareLocation: Int, Word {
  case county, city, province, outside
  /// The identifier that files use.
  public var id: String { ["county", "city", "province", "outside"][rawValue] }
  /// The Chinese name.
  public var chinese: String { ["县域内", "市域内", "省内", "省外"][rawValue] }
}

/// Whether a referral (转诊) or registration (备案) was needed and made.
public enum Referral: Int, Word {
  case notRequired, compliant, missing, missingOther
  /// The identifier that files use.
  public var id: String { ["notRequired", "compliant", "missing", "missingOther"][rawValue] }
  /// The Chinese name.
  public var chinese: String { ["无需转诊", "规范转诊", "未转诊（个人原因）", "未转诊（其他原因）"][rawValue] }
}

/// Basic medical insurance of a person (基本医保).
public enum InsuranceType: Int, Word {
  case residentTier1, residentTier2, employee, none
  /// The identifier that files use.
  public var id: String { ["residentTier1", "residentTier2", "employee", "none"][rawValue] }
  /// The Chinese name.
  public var chinese: String { ["居民一档", "居民二档", "职工", "未参保"][rawValue] }
}

/// Treatments that Kaizhou names for special-disease outpatient care.
public enum Treatment: Int, Word {
  case unstated, chemoradiotherapy, dialysis, transfusion, other
  /// The identifier that files use.
  public var id: String { ["unstated", "chemoradiotherapy", "dialysis", "transfusion", "other"][rawValue] }
  /// The Chinese name.
  public var chinese: String { ["未注明", "放化疗", "透析", "输血", "其他"][rawValue] }
}

/// Sex (性别).
public enum Sex: Int, Word {
  case female, male
  /// The identifier that files use.
  public var id: String { ["female", "male"][rawValue] }
  /// The Chinese name.
  public var chinese: String { ["女", "男"][rawValue] }
}
