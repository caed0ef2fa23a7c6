/// What a person's illness hands on from one admission to the next of the same year.
struct Course {
  /// The factor of cost that all of them have in common.
  var severity = 1.0
  /// The day of the year, counted from 0, on which the person left hospital; nil before the first admission.
  var left: Int?
}
