import Input
import Rules

/// One insurance schedule and premium for every jurisdiction, so that a comparison shows what assistance alone does.
public struct CommonInsurance: Sendable {
  private let schedule: InsuranceSchedule
  private let parameters: [RuleBook.Parameter]

  /// The schedule that lies in the binary.
  ///
  /// - Throws: `Refusal` where the shipped file is broken, which a test rules out.
  public init(vocabulary: Vocabulary) throws(Refusal) {
    let file = "insurance/common.yaml"
    guard let text = Embedded.text(file) else {
      throw Refusal(Diagnostic(at: Place(file: file, line: 1), "the program was built without its common insurance"))
    }
    (schedule, parameters) = try InsuranceFile.read(text, file: file, vocabulary: vocabulary)
  }

  /// Replaces a book's insurance and premium; what the document itself says of insurance stays.
  public func apply(to book: inout RuleBook) {
    book.insurance = schedule
    for parameter in parameters {
      if let index = book.parameters.firstIndex(where: { $0.id == parameter.id }) { book.parameters[index] = parameter }
    }
  }
}
