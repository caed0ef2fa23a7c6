import CGSL
import Settlement

// The year before is drawn backwards, given this year, so that this year's people are the same with it or without. A
// person's frailty is the same in both: given n admissions it is gamma with shape r + n and mean (r + n) / (r + m), and
// admissions of the other year are Poisson around it, which leaves both years negative binomial with mean m and size r.

extension PopulationSampler {
  /// Appends the care of the year before, in order of date.
  func drawYearBefore(_ year: Illness, of patient: Patient, into episodes: inout [Episode]) {
    var patient = patient
    patient.before = true
    seek(.illness, patient)
    var illness = Illness()
    let lasts = random.uniform() >= self.illness.diseasesBegun
    // Some diseases of the year before ended with it, as others began since: both years have as many.
    illness.disease = lasts ? year.disease : care.disease.draw(patient.row, random)
    let habits = care.stays[patient.row]
    illness.admissions = habits.admissions(given: year.admissions, random)
    drawVisits(patient, &illness)
    if illness.needsCare { drawCare(patient, &illness, in: yearBefore, into: &episodes) }
  }
}

extension NegativeBinomial {
  /// The count of the same person in another year, given that of one year.
  func admissions(given known: Int, _ random: borrowing Philox) -> Int {
    guard mean > 0 else { return 0 }
    return Int(gsl_ran_negative_binomial(random.generator, (size + mean) / (size + 2 * mean), size + Double(known)))
  }
}
