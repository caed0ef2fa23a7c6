import Rules
import Settlement

@testable import Population

/// Patients of one kind with their year, drawn without the households around them.
struct Clinic {
  /// The year of a patient.
  struct Year {
    var visits: Visits
    var maintained: Bool
    var episodes: [Episode]

    /// Admissions with or without a listed disease.
    func admissions(listed: Bool = false) -> [Episode] {
      episodes.filter {
        $0.facts.value(Facts.kind) == CareKind.inpatient.rawValue && ($0.disease != Episode.noDisease) == listed
      }
    }
  }

  /// One age group, no gradients and no listed disease, so that every rate and mean is the stated one.
  static func plain(_ model: IllnessModel) -> IllnessModel {
    var model = model
    model.reference.groups = AgeGroups(from: [0], shares: [1])
    model.diseases = []
    for path in [\IllnessModel.admissions, \.chronic.use, \.outpatient.use] {
      model[keyPath: path].relative = [1]
      model[keyPath: path].femaleTimes = [1]
      model[keyPath: path].poorTimes = 1
    }
    return model
  }

  /// The years of `count` patients of the same kind, each of a household of their own.
  static func years(
    _ model: IllnessModel, _ count: Int, shipped: Shipped, group: Int = 0, male: Bool = false, poor: Bool = false,
    seed: UInt64 = 51
  ) throws -> [Year] {
    let sampler = try PopulationSampler(
      place: shipped.place("national"), illness: model, year: 2023, seed: seed, vocabulary: shipped.vocabulary,
      usePriceLevel: false)
    var result: [Year] = []
    for household in 0..<UInt64(count) {
      let patient = Patient(
        replicate: 1, household: household, member: 0, row: Patient.row(group: group, male: male, poor: poor))
      var episodes: [Episode] = []
      sampler.seek(.illness, patient)
      var illness = sampler.drawIllness(of: patient)
      sampler.drawCare(patient, &illness, in: sampler.thisYear, into: &episodes)
      result.append(Year(visits: illness.visits, maintained: illness.isMaintained, episodes: episodes))
    }
    return result
  }
}

extension Episode {
  /// The cost in yuan.
  var yuan: Double { Double(cost.total.fen) / 100 }
  /// The day of 2023, counted from 0.
  var dayOfYear: Int { Int(day.number - Day.first(of: 2023).number) }
}
