/// The columns of the tables that `medaid synthesize` writes, in the order of docs/synthesize.md.
public enum SynthesisColumns {
  /// One row a household.
  public static let households = [
    "household", "place", "residence", "size", "income", "incomePerHead", "poor", "applies", "appliesWarned",
    "recognitionDelayDays",
  ]
  /// One row a person.
  public static let persons = [
    "person", "household", "place", "birthDate", "age", "sex", "residence", "insurance", "enrolledAfterIllness",
    "needsMaintenanceTreatment", "designatedAs", "premiumPaid",
  ]
  /// One row an identity and interval.
  public static let identities = ["person", "identity", "from", "to", "applied", "medicalExpense"]
  /// One row a stay or visit.
  public static let episodes = [
    "person", "episode", "kind", "date", "disease", "treatment", "chronicClass", "level", "designated", "emergency",
    "location", "referral", "claim", "cost", "inPolicy", "upfrontB", "overLimit", "outOfCatalogue",
  ]
}
