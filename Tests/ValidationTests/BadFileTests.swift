import Foundation
import Input
import Population
import Rules
import TestFiles
import Testing

@testable import Validation

/// What is wrong with a file of targets or of published figures is said with file, line, key, reason and the way out.
///
/// The message stands beside each file of `Bad`.
@Suite struct BadFileTests {
  private static let figures = RefusedFiles(of: #filePath, "Bad/figures")
  private static let targets = RefusedFiles(of: #filePath, "Bad/targets")

  @Test(arguments: figures.names)
  func figuresAreRefusedWithTheMessageBesideThem(name: String) throws {
    let fault = try Self.figures.fault(name) { path throws(Refusal) in
      _ = try PublishedReader.read(try InputFile.text(path), file: name)
    }
    #expect(fault == nil)
  }

  @Test(arguments: targets.names)
  func targetsAreRefusedWithTheMessageBesideThem(name: String) throws {
    let library = try RuleLibrary(folder: nil)
    let fault = try Self.targets.fault(name) { path throws(Refusal) in
      let plan = try CalibrationPlan.read(
        try InputFile.text(path), file: name, shipped: try PublishedReader.shipped())
      _ = try Calibrator(
        plan, file: name, profile: try ProfileText(Embedded.text("model/illness.yaml") ?? "", file: "illness.yaml"),
        place: try .shipped("national", vocabulary: library.vocabulary), library: library, threads: 1)
    }
    #expect(fault == nil)
  }

  /// A parameter in one line would lose its figure with its source.
  @Test func aParameterWhoseSourceCannotBeReplacedIsRefused() throws {
    let library = try RuleLibrary(folder: nil)
    let text = "format: medaid-targets/1\nparameters: [{path: a, from: 0, to: 2}]\nmeasures: [costPerAdmission]\n"
    let plan = try CalibrationPlan.read(text, file: "t.yaml", shipped: try PublishedReader.shipped())
    let refusal = try #require(throws: Refusal.self) {
      _ = try Calibrator(
        plan, file: "t.yaml", profile: try ProfileText("a: {value: 1, source: x}\n", file: "i.yaml"),
        place: try .shipped("national", vocabulary: library.vocabulary), library: library, threads: 1)
    }
    #expect(
      refusal.description == "error: t.yaml:2: a: i.yaml has its source where it cannot be replaced "
        + "(give value, source, year, confidence, status and reason a line each)")
  }

  /// Neither a list that never ends nor one that is too deep takes memory or the stack.
  @Test func enormousFilesAreRefused() throws {
    let many = "format: medaid-published/1\nfigures: [\(String(repeating: "1,", count: 400_001))1]\n"
    let deep =
      "format: medaid-published/1\nfigures: \(String(repeating: "[", count: 200))\(String(repeating: "]", count: 200))"
    for (text, reason) in [
      (many, "the file holds more than 400000 values"),
      (deep, "lists or mappings stand inside each other more than 60 levels deep"),
    ] {
      let refusal = try #require(throws: Refusal.self) { _ = try PublishedReader.read(text, file: "x.yaml") }
      #expect(refusal.diagnostics.map(\.reason) == [reason] && refusal.diagnostics.map(\.place.line) == [2])
    }
  }
}
