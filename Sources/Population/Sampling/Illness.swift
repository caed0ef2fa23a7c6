/// What befalls a person in a year, before the care that it brings.
struct Illness: BitwiseCopyable {
  /// The listed disease counted from 1; 0 for none.
  var disease: Int32 = 0
  /// Ordinary admissions.
  var admissions: Int32 = 0
  /// Visits for chronic diseases, those for the listed disease not among them.
  var chronicVisits: Int32 = 0
  /// Ordinary outpatient visits.
  var ordinaryVisits: Int32 = 0
  /// Outpatient courses for the listed disease.
  var courses: Int32 = 0
  /// Whether the listed disease makes the person need maintenance treatment outside hospital.
  var isMaintained = false

  /// Whether anything befalls the person.
  var needsCare: Bool { disease | admissions | chronicVisits | ordinaryVisits != 0 }

  /// All visits, as reports count them.
  var visits: Visits { Visits(chronic: chronicVisits + courses, ordinary: ordinaryVisits) }
}
