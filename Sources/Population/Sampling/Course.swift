/// What a person's illness hands on from one admission to the next of the same year.
struct Course {
  /// Whether a listed disease makes the person need maintenance treatment outside hospital.
  var isMaintained = false
  /// Outpatient courses for a listed disease.
  var courses = 0
  /// The factor of cost that all of them have in common.
  var severity = 1.0
  /// The day of the year, counted from 0, on which the person left hospital; nil before the first admission.
  var left: Int?
}
