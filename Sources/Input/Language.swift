/// The language of what people read: Markdown reports and figures. Files for programs have none.
public enum Language: String, CaseIterable, Sendable {
  /// English, with Chinese terms beside the English ones.
  case english = "en"
  /// Chinese (中文), in the terms of the documents.
  case chinese = "zh"

  /// Says one thing in this language.
  ///
  /// There is no other way to a `Phrase`, which is what reports are made of: nothing can be said in one language alone.
  public func say(en: @autoclosure () -> String, zh: @autoclosure () -> String) -> Phrase {
    switch self {
    case .english: Phrase(text: en())
    case .chinese: Phrase(text: zh())
    }
  }
}

/// A heading, a sentence or a name in the language that was asked for.
public struct Phrase: Hashable, Sendable, CustomStringConvertible {
  /// As it is printed.
  public let text: String

  fileprivate init(text: String) { self.text = text }

  /// As it is printed, so that phrases stand in others.
  public var description: String { text }
}

/// Something that the data name in both languages.
public protocol NamedTwice {
  /// English name.
  var english: String { get }
  /// Chinese name.
  var chinese: String { get }
}

extension NamedTwice {
  /// The name in one language.
  public func name(in language: Language) -> Phrase { language.say(en: english, zh: chinese) }

  /// The name for tables, where English readers see the document's own word too.
  public func term(in language: Language) -> Phrase { language.say(en: "\(english) \(chinese)", zh: chinese) }
}
