import ArgumentParser
import Input
import Simulation

/// Figures by their names, as commands on variants of rules take them.
enum FigureOption {
  /// All names, one after another.
  static let names = PolicyFigure.allCases.map(\.rawValue).joined(separator: ", ")

  /// The figures that were named.
  static func figures(_ names: [String]) -> [PolicyFigure] { names.compactMap(PolicyFigure.init(rawValue:)) }

  /// Refuses a name that is no figure's, or stands there twice.
  static func check(_ names: [String]) throws {
    let known = PolicyFigure.allCases.map(\.rawValue)
    for name in names where !known.contains(name) {
      let near = Spelling.nearest(to: name, among: known).map { "did you mean \($0)?" }
      throw ValidationError("--figure: there is no figure \(name): \(near ?? "it is one of " + Self.names)")
    }
    if Set(names).count < names.count { throw ValidationError("--figure names a figure twice") }
  }
}
