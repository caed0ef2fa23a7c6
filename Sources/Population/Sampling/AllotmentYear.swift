/// What a replicate brings the people of an allotment, before the care that it takes.
///
/// It is drawn for all of them before any care is: these draws do not wait for each other, while what care there is hangs
/// on them, and a processor that guesses wrong would have to wait for the numbers each time. Lanes are keyed, so that
/// the order moves nothing.
struct AllotmentYear: ~Copyable {
  /// How a household answers to illness that impoverishes it.
  struct Answer: BitwiseCopyable {
    var applies = false
    var appliesWarned = false
    /// Whether the year before is drawn.
    var looksBack = false
    var delayDays: Int16 = 0
  }

  /// By household of the allotment.
  var answers: [Answer] = []
  /// By person of the allotment.
  var illnesses: [Illness] = []
  /// The same of the year before, where it is drawn.
  var earlier: [Illness] = []

  /// Makes room for so many people.
  mutating func makeRoom(for people: Int) {
    guard illnesses.count < people else { return }
    answers = [Answer](repeating: Answer(), count: Allotment.size)
    illnesses = [Illness](repeating: Illness(), count: people)
    earlier = illnesses
  }
}
