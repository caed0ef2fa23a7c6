import Analysis
import Input
import Simulation

extension FundReport {
  /// How far ambiguous clauses move a place's fund: a range beside the distribution, never a part of it.
  func readings(_ place: RunResult.PlaceResult, _ text: inout MarkdownText) {
    guard let band = ReadingBand(place) else {
      if let line = context.untriedReadings(place) { text.paragraph(line) }
      return
    }
    let moving = band.effects.filter(\.isClear)
    let (single, added) = (band.single, band.added)
    let count = Set(band.effects.map(\.id)).count
    text.paragraph(
      say(
        en: """
          How clauses are read. The document can be read in more than one way in \(count) places. Read otherwise, one at a time, \
          the mean of \(wording.amount(band.mean)) becomes something between \(wording.amount(single.low)) and \
          \(wording.amount(single.high)); all changes that save, or all that cost, would add up (though some overlap) to a range \
          from \(wording.amount(added.low)) to \(wording.amount(added.high)), of which ± adds up the errors of all and is an upper \
          bound. This is a range and has no probability; nothing of it is in the figures above.\
          \(moving.isEmpty ? " No single reading moves the total by more than its error." : " The readings that move it most:")
          """,
        zh: """
          条款的不同理解。文件有\(count)处可作不同理解。逐一改用其他理解，年支出均值\(wording.amount(band.mean))将在\(wording.amount(single.low))至\
          \(wording.amount(single.high))之间；全部减支或全部增支的理解相加（部分会重叠），范围为\(wording.amount(added.low))至\(wording.amount(added.high))，\
          其±为各项误差之和，是上限。这只是一个范围，没有概率，也未计入以上数字。\(moving.isEmpty ? "没有一种理解使总额的变化超过其误差。" : "影响最大的是：")
          """))
    guard !moving.isEmpty else { return }
    text.table(
      header: [
        say(en: "clause", zh: "条款"), say(en: "read as", zh: "理解为"),
        say(en: "changes the year by, \(wording.sumUnit)", zh: "年支出变化（万元）"),
      ], rows: moving.prefix(5).map { row($0, place.place.jurisdiction) }, right: 2)
  }

  private func row(_ effect: ReadingBand.Effect, _ jurisdiction: String) -> [String] {
    let book = context.result.library.file(jurisdiction)?.book
    let reading = book?.readings.first { $0.id == effect.id }
    let option = reading?.options.first { $0.letter == effect.letter }
    let question = reading.map { $0.question.name(in: language).text } ?? ""
    return [
      "\(effect.id) \(question)", "\(effect.letter) \(option.map { $0.text.name(in: language).text } ?? "")",
      wording.sum(effect.change),
    ]
  }
}
