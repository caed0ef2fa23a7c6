/// A text as Unicode scalars, which are what a YAML parser counts columns in, and where its lines begin.
struct ProfileLines: Sendable {
  /// The text.
  let scalars: [Unicode.Scalar]
  /// Where each line begins, and where the text ends.
  private let starts: [Int]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var starts = [0]
    // The breaks of YAML 1.1; a carriage return and a line feed are one break.
    for (index, scalar) in scalars.enumerated() where "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
      if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
      starts.append(index + 1)
    }
    self.starts = starts + [scalars.count]
  }

  /// The whole text.
  var text: String { Self.text(scalars[...]) }

  /// How many lines there are; a text that ends with a break has an empty one behind it.
  var count: Int { starts.count - 1 }

  /// A line counted from 1, with its break.
  func line(_ number: Int) -> ArraySlice<Unicode.Scalar> { scalars[starts[number - 1]..<starts[number]] }

  /// Where `text` stands from a line and column on, both counted from 1; nil where something else stands there.
  func range(of text: String, line: Int, column: Int) -> Range<Int>? {
    guard (1...count).contains(line), column > 0 else { return nil }
    let begin = starts[line - 1] + column - 1
    let end = begin + text.unicodeScalars.count
    guard end <= starts[line], scalars[begin..<end].elementsEqual(text.unicodeScalars) else { return nil }
    return begin..<end
  }

  /// Scalars as a text.
  static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
}
