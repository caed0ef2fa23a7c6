import Input
import Simulation

extension ImpactReport {
  /// Who proposes a reform, why, since when it would act, and what it is made of.
  ///
  /// A reform that stands in the scenario itself says no more than its title.
  func proposal(of reform: Scenario.Reform, _ text: inout MarkdownText) {
    guard !reform.files.isEmpty else { return }
    let several = reform.files.count > 1
    text.bullets(
      reform.files.flatMap { file -> [Phrase] in
        let name = several ? "`\(file.name)`: " : ""
        let chineseName = several ? "`\(file.name)`：" : ""
        return [
          say(
            en: "\(name)proposed by \(Self.ended(file.author, "."))", zh: "\(chineseName)提出者：\(Self.ended(file.author))"
          ),
          say(
            en: "\(name)the reason given: \(Self.ended(file.reason, "."))",
            zh: "\(chineseName)理由：\(Self.ended(file.reason))"),
          since(file, name: name, chineseName: chineseName),
        ]
      })
    text.paragraph(
      say(
        en: "It is made of \(Wording.counted(reform.provisions.count, "provision")):",
        zh: "共\(reform.provisions.count)项措施："))
    text.bullets(
      reform.provisions.map { provision in
        say(en: "`\(provision.name)`: \(provision.title)", zh: "`\(provision.name)`：\(provision.title)")
      })
  }

  private func since(_ file: ReformFile, name: String, chineseName: String) -> Phrase {
    guard let from = file.from else {
      return say(en: "\(name)it acts in every year.", zh: "\(chineseName)各年度均实施。")
    }
    guard from > context.year else {
      return say(en: "\(name)it acts from \(from) on.", zh: "\(chineseName)自\(from)年起实施。")
    }
    return say(
      en: """
        \(name)it acts from \(from) on: \(context.year) is as it would be without it, and fund-exposure.csv has its later years.
        """,
      zh: "\(chineseName)自\(from)年起实施：\(context.year)年不受影响，以后年度见 `fund-exposure.csv`。")
  }

  /// A writer's words as a sentence: they may end in a full stop of their own.
  private static func ended(_ text: String, _ stop: String = "。") -> String {
    let trimmed = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return trimmed.last.map { ".。!！?？".contains($0) } ?? false ? trimmed : trimmed + stop
  }
}
