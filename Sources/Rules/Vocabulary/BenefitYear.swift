/// The benefit years that the program works with (待遇年度).
public enum BenefitYear {
  /// Every year that a case, a scenario or a command may name: far more than the documents reach, so that a year outside
  /// is a slip of the pen.
  public static let limits = 1990...2100
}
