import Rules
import Settlement

extension PopulationSampler {
  func seek(_ kind: Purpose.Kind, _ patient: Patient, episode: Int = 0) {
    random.seek(
      replicate: patient.replicate, household: patient.household,
      purpose: Purpose(kind, member: patient.lane, episode: episode))
  }

  /// What befalls a person in the year, from the lane at hand.
  func drawIllness(of patient: Patient) -> Illness {
    var illness = Illness()
    illness.disease = Int32(care.disease.draw(patient.row, random))
    illness.admissions = Int32(care.admissions.draw(patient.row, random))
    drawVisits(patient, &illness)
    return illness
  }

  /// Visits, of which those who are often admitted have more.
  func drawVisits(_ patient: Patient, _ illness: inout Illness) {
    let known = Frailty.buckets * patient.row + Frailty.bucket(Int(illness.admissions))
    illness.chronicVisits = Int32(care.chronic.draw(known, random))
    illness.ordinaryVisits = Int32(care.outpatient.draw(known, random))
  }

  /// Appends the care that a year's illness brings, in order of date.
  func drawCare(
    _ patient: Patient, _ illness: inout Illness, in year: borrowing CareYear, into episodes: inout [Episode]
  ) {
    let first = episodes.count
    var course = Course()
    // What a person's admissions have in common, they have in both years. Listed diseases have lanes of their own.
    let lane = patient.lane
    random.lookAhead(
      replicate: patient.replicate, household: patient.household, Purpose(.severity, member: patient.member),
      Purpose(.ordinaryAdmission, member: lane), Purpose(.chronic, member: lane), Purpose(.outpatient, member: lane))
    let answers = patient.answer >= 0
    if answers || illness.disease + illness.admissions > 0 {
      random.seekAhead(0)
      course.severity = care.severity.draw(random)
    }
    if illness.disease > 0 { drawSpecial(patient, &illness, &course, in: year, into: &episodes) }
    if answers {
      drawAnswered(patient, disease: nil, Int(illness.admissions), &course, in: year, into: &episodes)
    }
    for number in 0..<(answers ? 0 : Int(illness.admissions)) {
      if number == 0 { random.seekAhead(1) } else { seek(.ordinaryAdmission, patient, episode: number) }
      let facts = care.circumstances.draw(special: false, random)
      let cost = care.admissionCost[facts.value(Facts.level) - 1]
      appendAdmission(facts, cost, Episode.noDisease, &course, in: year, into: &episodes)
    }
    if illness.chronicVisits > 0 {
      random.seekAhead(2)
      let second = random.uniform() < self.illness.chronicClass2
      let facts = care.chronicFacts[(second ? 3 : 0) + care.visitLevels.draw(0, random)]
      appendVisits(
        Int(illness.chronicVisits), care.chronicCost, facts, Episode.noDisease,
        atMost: self.illness.chronic.settledAtMost, in: year, into: &episodes)
    }
    if illness.ordinaryVisits > 0 {
      random.seekAhead(3)
      let facts = care.outpatientFacts[care.visitLevels.draw(1, random)]
      appendVisits(
        Int(illness.ordinaryVisits), care.outpatientCost, facts, Episode.noDisease,
        atMost: self.illness.outpatient.settledAtMost, in: year, into: &episodes)
    }
    if episodes.count - first > 1 { sortByDay(&episodes, from: first) }
  }

  private func drawSpecial(
    _ patient: Patient, _ illness: inout Illness, _ course: inout Course, in year: borrowing CareYear,
    into episodes: inout [Episode]
  ) {
    let index = Int(illness.disease) - 1
    let disease = self.illness.diseases[index]
    seek(.specialCare, patient)
    illness.isMaintained = random.uniform() < self.illness.maintenanceOfPatients
    let admissions = Poisson(mean: disease.admissions).draw(random)
    let courses = Poisson(mean: disease.courses).draw(random)
    illness.courses = Int32(courses)
    if courses > 0 {
      // Listed diseases are of the graver class II.
      let level = care.visitLevels.draw(0, random) + 1
      let facts = Facts(kind: .chronicOutpatient, level: level, treatment: disease.treatment, chronicClass: 2)
      appendVisits(
        courses, care.courseCost[index], facts, disease.disease, atMost: self.illness.coursesSettledAtMost, in: year,
        into: &episodes)
    }
    if patient.answer >= 0 {
      drawAnswered(patient, disease: index, admissions, &course, in: year, into: &episodes)
      return
    }
    for number in 0..<admissions {
      seek(.specialAdmission, patient, episode: number)
      let facts = care.circumstances.draw(special: true, random)
      appendAdmission(
        facts, care.specialCost[3 * index + facts.value(Facts.level) - 1], disease.disease, &course, in: year,
        into: &episodes)
    }
  }

  /// Insertion: a year has few episodes, and most of them are in order. Equal days keep the order they were drawn in.
  private func sortByDay(_ episodes: inout [Episode], from first: Int) {
    for index in first + 1..<episodes.count where episodes[index].day < episodes[index - 1].day {
      let moved = episodes[index]
      var hole = index
      while hole > first, moved.day < episodes[hole - 1].day {
        episodes[hole] = episodes[hole - 1]
        hole -= 1
      }
      episodes[hole] = moved
    }
  }
}
