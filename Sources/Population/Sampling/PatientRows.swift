/// The rows by which illness tells people apart: age group, sex and poverty.
public struct PatientRows: Sendable {
  /// Age groups of the illness model.
  public let groups: AgeGroups
  private let group: [UInt8]

  /// The rows of an illness model.
  public init(_ illness: IllnessModel) {
    let groups = illness.reference.groups
    self.groups = groups
    group = (0...AgePyramid.oldest).map { UInt8(groups.group($0)) }
  }

  /// How many there are.
  public var count: Int { 4 * groups.from.count }

  /// The row of a person.
  public func row(of person: Person) -> Int {
    Patient.row(group: Int(group[Int(person.age)]), male: person.male, poor: person.poor)
  }

  /// The rows of an age group, or of all.
  ///
  /// - Parameter poor: only those of people who fall ill like the poor, or of the others; nil for both.
  public func rows(ofGroup group: Int? = nil, poor: Bool? = nil) -> [Int] {
    (0..<count).filter { row in
      (group.map { $0 == row / 4 } ?? true) && (poor.map { $0 == (row & 1 == 1) } ?? true)
    }
  }
}
