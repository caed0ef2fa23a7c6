/// English in a Chinese text.
enum EnglishWords {
  /// Names of statistics and standards, which are the same in both languages.
  private static let allowed: Set<String> = ["tvar", "SVG", "CSV", "medaid", "Philox", "III"]

  /// Words of three letters or more outside code, addresses and codes such as `GZ-12`.
  static func found(in text: String) -> [String] {
    let plain = text.replacing(/```[\s\S]*?```/, with: "").replacing(/`[^`\n]*`/, with: "").replacing(
      /\]\([^)]*\)/, with: "]")
    return plain.matches(of: /[A-Za-z]{3,}/).map { String($0.0) }.filter { !allowed.contains($0) }
  }
}
