/// How much a job keeps of what people use, get and pay.
enum Detail: Hashable, Sendable {
  /// Everything that reports tell: groups with their errors, and persons by what they pay and by income.
  case everything
  /// What all people use, get and pay, with its errors.
  case everybody
  /// Sums over all people: of a year that is drawn to see how years differ nothing else is asked.
  case totals
}
