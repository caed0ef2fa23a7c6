import Input

/// What writes in one language.
protocol Speaker {
  var language: Language { get }
}

extension Speaker {
  /// Says one thing in the language of the report.
  func say(en: @autoclosure () -> String, zh: @autoclosure () -> String) -> Phrase { language.say(en: en(), zh: zh()) }

  /// How numbers are written in it.
  var wording: Wording { Wording(language) }

  /// Names one after another: `a, b` or `甲、乙`.
  func listed(_ names: [String]) -> String { names.joined(separator: language == .english ? ", " : "、") }

  /// Clauses one after another: `a; b` or `甲；乙`.
  func clauses(_ parts: [String]) -> String { parts.joined(separator: language == .english ? "; " : "；") }

  /// A word of files or of the command line: set apart from Chinese prose, which has no other letters.
  func identifier(_ id: String) -> String { language == .english ? id : "`\(id)`" }
}
