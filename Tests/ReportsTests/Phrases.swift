import Input

/// Tests may say things in one language; the program may not.
extension Phrase: ExpressibleByExtendedGraphemeClusterLiteral {}
extension Phrase: ExpressibleByUnicodeScalarLiteral {}
extension Phrase: ExpressibleByStringLiteral {
  /// Says it in no language.
  public init(stringLiteral value: String) { self = Language.english.say(en: value, zh: value) }
}
