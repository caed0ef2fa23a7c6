import Input
import Money
import Rules
import Settlement

/// One rule so simple that what it costs can be worked out without simulating: what every run is checked with.
///
/// It lies in the program as a rule file (`control/control.yaml`) and is compiled and settled as any document is.
public struct ControlRules: Sendable {
  /// The control settles the first so many households of a place: their people tell it well enough, and all of a whole
  /// province would take a tenth of the run's time.
  static let households: UInt64 = 1 << 20

  /// The rule compiled for a year.
  public let plan: Plan
  /// The identity that everybody holds under it, all year.
  public let held: HeldIdentity
  /// The share that is paid of a stay's in-policy cost.
  public let rate: Rate
  /// What is left to the person of each stay.
  public let deductible: Yuan
  /// The most that is paid for a stay.
  public let cap: Yuan

  /// The rule that lies in the binary.
  ///
  /// - Throws: `Refusal` where the file is broken or is not of one class, rate, deductible and cap, which a test rules out.
  public init(vocabulary: Vocabulary, year: Int) throws(Refusal) {
    let name = "control/control.yaml"
    func refusal(_ reason: String) -> Refusal { Refusal(Diagnostic(at: Place(file: name, line: 1), reason)) }
    guard let text = Embedded.text(name) else { throw refusal("the program was built without its control") }
    let book = try RuleFile(text: text, file: name, vocabulary: vocabulary, checksReadings: false).book
    guard book.benefits.count == 1, let benefit = book.benefits.first, book.classes.count == 1,
      let identity = book.classes[0].identities.first, benefit.limits.per == .stay, benefit.limits.capOn == .payout,
      case .flat(let rate) = benefit.sameRate, case .same(let deductible) = benefit.limits.deductible,
      case .same(let cap) = benefit.limits.cap,
      case .number(let points) = rate.amount(in: year).amount,
      case .number(let least) = deductible.amount(in: year).amount,
      case .number(let most) = cap.amount(in: year).amount
    else { throw refusal("the control is not of one class, one rate, one deductible and one cap a stay") }
    plan = Plan(book, year: year, isDated: false)
    held = HeldIdentity(identity)
    (self.rate, self.deductible, self.cap) = (Rate(basisPoints: points), Yuan(fen: least), Yuan(fen: most))
  }
}
