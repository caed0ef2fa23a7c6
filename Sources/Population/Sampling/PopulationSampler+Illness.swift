import Money
import Rules
import Settlement

extension PopulationSampler {
  func seek(_ kind: Purpose.Kind, _ patient: Patient, episode: Int = 0) {
    random.seek(
      replicate: patient.replicate, household: patient.household,
      purpose: Purpose(kind, member: patient.member, episode: episode))
  }

  /// Appends the year's episodes of a person in order of date.
  ///
  /// - Returns: whether a listed disease makes the person need maintenance treatment outside hospital, and the visits.
  func drawIllness(_ patient: Patient, into episodes: inout [Episode]) -> (maintained: Bool, visits: Visits) {
    let first = episodes.count
    seek(.illness, patient)
    let disease = care.disease.draw(patient.row, random)
    let admissions = care.admissions.draw(patient.row, random)
    let known = Frailty.buckets * patient.row + Frailty.bucket(admissions)
    let chronic = care.chronic.draw(known, random)
    let visits = care.outpatient.draw(known, random)
    var course = Course()
    if disease + admissions > 0 {
      seek(.severity, patient)
      course.severity = care.severity.draw(random)
    }
    if disease > 0 { drawSpecial(disease - 1, patient, &course, into: &episodes) }
    for number in 0..<admissions {
      seek(.ordinaryAdmission, patient, episode: number)
      let facts = care.circumstances.draw(special: false, random)
      let cost = care.admissionCost[facts.value(Facts.level) - 1]
      appendAdmission(facts, cost, Episode.noDisease, &course, into: &episodes)
    }
    if chronic > 0 {
      seek(.chronic, patient)
      let second = random.uniform() < illness.chronicClass2
      let facts = care.chronicFacts[(second ? 3 : 0) + care.visitLevels.draw(0, random)]
      appendVisits(
        chronic, care.chronicCost, facts, Episode.noDisease, atMost: illness.chronic.settledAtMost, into: &episodes)
    }
    if visits > 0 {
      seek(.outpatient, patient)
      let facts = care.outpatientFacts[care.visitLevels.draw(1, random)]
      appendVisits(
        visits, care.outpatientCost, facts, Episode.noDisease, atMost: illness.outpatient.settledAtMost, into: &episodes
      )
    }
    if episodes.count - first > 1 { sortByDay(&episodes, from: first) }
    return (course.isMaintained, Visits(chronic: Int32(chronic + course.courses), ordinary: Int32(visits)))
  }

  private func drawSpecial(
    _ index: Int, _ patient: Patient, _ course: inout Course, into episodes: inout [Episode]
  ) {
    let disease = illness.diseases[index]
    seek(.specialCare, patient)
    course.isMaintained = random.uniform() < illness.maintenanceOfPatients
    let admissions = Poisson(mean: disease.admissions).draw(random)
    let courses = Poisson(mean: disease.courses).draw(random)
    course.courses = courses
    if courses > 0 {
      // Listed diseases are of the graver class II.
      let level = care.visitLevels.draw(0, random) + 1
      let facts = Facts(kind: .chronicOutpatient, level: level, treatment: disease.treatment, chronicClass: 2)
      appendVisits(
        courses, care.courseCost[index], facts, disease.disease, atMost: illness.coursesSettledAtMost, into: &episodes)
    }
    for number in 0..<admissions {
      seek(.specialAdmission, patient, episode: number)
      let facts = care.circumstances.draw(special: true, random)
      appendAdmission(
        facts, care.specialCost[3 * index + facts.value(Facts.level) - 1], disease.disease, &course, into: &episodes)
    }
  }

  private func appendAdmission(
    _ facts: Facts, _ cost: SplicedLogNormal, _ disease: UInt8, _ course: inout Course,
    into episodes: inout [Episode]
  ) {
    let day = admissionDay(after: course.left)
    course.left = day + illness.timing.stay
    let fen = Self.fen(cost.draw(random) * course.severity)
    episodes.append(
      Episode(
        day: calendar.day(day), facts: facts, disease: disease, cost: Self.parts(fen, care.split.draw(random))))
  }

  /// The day of the year on which an admission begins: soon after the person left hospital, or any day by season.
  private func admissionDay(after left: Int?) -> Int {
    if let left, random.uniform() < illness.timing.readmission {
      let day = left + 1 + random.below(30)
      if day < calendar.length { return day }
    }
    return seasons.day(random)
  }

  /// Settles a year's visits as a few equal sums on dates evenly apart, the first of them at a drawn distance.
  private func appendVisits(
    _ count: Int, _ cost: Gamma, _ facts: Facts, _ disease: UInt8, atMost: Int, into episodes: inout [Episode]
  ) {
    let number = min(count, atMost)
    let total = max(Self.fen(cost.sum(of: count, random)), Int64(number))
    let offset = random.uniform()
    for index in 0..<number {
      // The last sum takes the fen that do not divide, so that nothing is lost.
      let part = total / Int64(number) + (index == number - 1 ? total % Int64(number) : 0)
      let day = calendar.day(Int((Double(index) + offset) * Double(calendar.length) / Double(number)))
      episodes.append(Episode(day: day, facts: facts, disease: disease, cost: Self.parts(part, care.splitMeans)))
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

  /// Yuan as whole fen, at least one fen; a cost beyond what an input may state is cut there.
  private static func fen(_ yuan: Double) -> Int64 {
    Int64(min(max((yuan * 100).rounded(), 1), Double(Yuan.largestInput.fen)))
  }

  /// The four parts in whole fen; the in-policy part takes what rounding leaves, so that they add up exactly.
  static func parts(_ total: Int64, _ shares: SIMD4<Double>) -> CostParts {
    let amounts = shares * Double(total)
    let (upfront, over, out) = (Int64(amounts[1]), Int64(amounts[2]), Int64(amounts[3]))
    return CostParts(
      inPolicy: Yuan(fen: max(0, total - upfront - over - out)), upfrontB: Yuan(fen: upfront),
      overLimit: Yuan(fen: over),
      outOfCatalogue: Yuan(fen: out))
  }
}
