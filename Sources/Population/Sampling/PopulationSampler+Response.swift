import CGSL
import Rules
import Settlement

// Fewer admissions are some of those that the illness model brings, each kept by lot; more are these and others besides.
// Either way the number is negative binomial with the same size and the changed mean (with a listed disease Poisson), and
// an admission that is kept at its level is the very same: a person's year with and without a response are a pair.

extension PopulationSampler {
  /// Appends a person's admissions as the response at hand changes them.
  ///
  /// - Parameters:
  ///   - disease: index of the listed disease; nil for ordinary admissions.
  ///   - count: admissions without it.
  func drawAnswered(
    _ patient: Patient, disease index: Int?, _ count: Int, _ course: inout Course, in year: borrowing CareYear,
    into episodes: inout [Episode]
  ) {
    guard let response else { return }
    let (special, factor) = (index != nil, response.admissions[patient.answer])
    let moves = response.moves[2 * patient.answer + (special ? 1 : 0)]
    // Lanes of the response: the highest bit for a listed disease, and after all admissions that of their number.
    let (bit, last) = (special ? 0x8000 : 0, 0x7FFF)
    var more = 0
    if factor > 1 {
      seek(.response, patient, episode: bit | last)
      more = drawMore(factor - 1, patient, disease: index, count)
    }
    for number in 0..<(count + more) {
      seek(.response, patient, episode: bit | min(number, last - 1))
      let (kept, stay, target, circumstances) = (random.uniform(), random.uniform(), random.uniform(), random.uniform())
      seek(special ? .specialAdmission : .ordinaryAdmission, patient, episode: number)
      var facts = care.circumstances.draw(special: special, random)
      if number < count, kept >= factor {
        // Later days are reckoned from this one as if it were there.
        course.left = admissionDay(after: course.left, in: year) + illness.timing.stay
        continue
      }
      let level = facts.value(Facts.level), moved = moves.level(from: level, stay, target)
      if moved != level { facts = care.circumstances.facts(level: moved, circumstances) }
      let costs = index.map { care.specialCost[3 * $0 + moved - 1] } ?? care.admissionCost[moved - 1]
      let disease = index.map { illness.diseases[$0].disease } ?? Episode.noDisease
      // From an admission that is there besides no day of the others is reckoned.
      var besides = course
      appendAdmission(facts, costs, disease, &besides, in: year, into: &episodes)
      if number < count { course = besides }
    }
  }

  /// Admissions besides those known, of a person whose known ones tell how frail the person is.
  private func drawMore(_ factor: Double, _ patient: Patient, disease index: Int?, _ count: Int) -> Int {
    if let index { return Poisson(mean: illness.diseases[index].admissions * factor).draw(random) }
    let habits = care.stays[patient.row]
    guard habits.mean > 0 else { return 0 }
    let scale = factor * habits.mean / (habits.size + habits.mean)
    return Int(gsl_ran_negative_binomial(random.generator, 1 / (1 + scale), habits.size + Double(count)))
  }
}
