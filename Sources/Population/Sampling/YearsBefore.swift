/// Whose year before is drawn, which only a look-back of recognition reads.
public enum YearsBefore: Sendable {
  /// Nobody's: where nobody is recognised, or only this year counts.
  case ofNobody
  /// Of households that apply of themselves: where the rules know no warning list.
  case ofApplicants
  /// Of households that apply of themselves or once they are warned.
  case ofWarned

  /// Whether a household's is drawn.
  func includes(applies: Bool, warned: Bool) -> Bool {
    switch self {
    case .ofNobody: false
    case .ofApplicants: applies
    case .ofWarned: warned
    }
  }
}
