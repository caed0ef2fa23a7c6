/// Whose year before is drawn, which only a look-back of recognition reads.
public enum YearsBefore: Sendable {
  /// Nobody's: where nobody is recognised, or only this year counts.
  case ofNobody
  /// Of households that apply of themselves: where the rules know no warning list.
  case ofApplicants
  /// Of households that apply of themselves or once they are warned.
  case ofWarned

  /// Whether a household's is drawn.
  func includes(_ household: Household) -> Bool {
    switch self {
    case .ofNobody: false
    case .ofApplicants: household.applies
    case .ofWarned: household.appliesWarned
    }
  }
}
