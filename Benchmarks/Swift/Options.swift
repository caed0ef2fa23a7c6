/// What the command line asks for.
struct Options {
  /// Wrong use, with the right one.
  struct Usage: Error, CustomStringConvertible {
    var description: String {
      "usage: medaid-bench people|serve|draw --place ID --people N [--replicates N] [--file PATH]"
    }
  }

  static let usage = Usage()

  /// The year of all five rule sets in snapshot mode; the C programs hold the figures of this year.
  static let year = 2023
  static let seed: UInt64 = 20_231_101

  /// The place of invented people.
  static let nowhere = "nowhere"

  var place = "guizhou"
  var people = 20_000
  var replicates: UInt64 = 1
  var file = "people.bin"

  init(_ words: [String]) throws {
    guard words.count.isMultiple(of: 2) else { throw Self.usage }
    for index in stride(from: 0, to: words.count, by: 2) {
      let value = words[index + 1]
      switch (words[index], Int(value)) {
      case ("--place", _): place = value
      case ("--people", let count?) where count > 0: people = count
      case ("--replicates", let count?) where count > 0: replicates = UInt64(count)
      case ("--file", _): file = value
      default: throw Self.usage
      }
    }
  }
}
