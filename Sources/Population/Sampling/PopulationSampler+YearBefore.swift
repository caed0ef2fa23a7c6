import CGSL
import Settlement

// The year before is drawn backwards, given this year, so that this year's people are the same with it or without. A
// person's frailty is the same in both: given n admissions it is gamma with shape r + n and mean (r + n) / (r + m), and
// admissions of the other year are Poisson around it, which leaves both years negative binomial with mean m and size r.

extension PopulationSampler {
  /// What befell a person in the year before, from the lane at hand.
  func drawIllnessBefore(_ year: Illness, of patient: Patient) -> Illness {
    var illness = Illness()
    let lasts = random.uniform() >= self.illness.diseasesBegun
    // Some diseases of the year before ended with it, as others began since: both years have as many.
    illness.disease = lasts ? year.disease : Int32(care.disease.draw(patient.row, random))
    let habits = care.stays[patient.row]
    illness.admissions = Int32(habits.admissions(given: Int(year.admissions), random))
    drawVisits(patient, &illness)
    return illness
  }
}

extension NegativeBinomial {
  /// The count of the same person in another year, given that of one year.
  func admissions(given known: Int, _ random: borrowing Philox) -> Int {
    guard mean > 0 else { return 0 }
    return Int(gsl_ran_negative_binomial(random.generator, (size + mean) / (size + 2 * mean), size + Double(known)))
  }
}
