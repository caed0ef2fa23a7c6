// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "medaid",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Money"),
    .target(name: "Input", dependencies: ["Money", .product(name: "Yams", package: "Yams")]),
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "CMedaid", dependencies: ["CGSL"]),
    .target(
      name: "Rules", dependencies: ["Money", "Input", "CMedaid"],
      exclude: ["Vocabulary/vocabulary.yaml", "Jurisdictions", "Insurance", "Control"]),
    .target(name: "Settlement", dependencies: ["Money", "Rules"]),
    .target(
      name: "Population", dependencies: ["CGSL", "CMedaid", "Money", "Input", "Rules", "Settlement"],
      exclude: ["Places", "Model"]),
    .target(
      name: "Simulation", dependencies: ["CGSL", "Money", "Input", "Rules", "Settlement", "Population"],
      exclude: ["Uncertainty/national-series.yaml"]),
    .target(
      name: "Validation",
      dependencies: ["CGSL", "CMedaid", "Input", "Money", "Rules", "Settlement", "Population", "Simulation"],
      exclude: ["Figures"]),
    .target(name: "Analysis", dependencies: ["CGSL", "CMedaid", "Money", "Rules", "Simulation", "Population"]),
    .target(
      name: "Reports",
      dependencies: [
        "Money", "Input", "Rules", "Settlement", "Population", "Simulation", "Validation", "Analysis", "Cliffs",
      ], exclude: ["Methods/methods.md", "Methods/methods.zh.md"]),
    .target(name: "Cases", dependencies: ["Money", "Input", "Rules", "Settlement"]),
    .target(name: "Cliffs", dependencies: ["Cases", "Money", "Input", "Rules", "Settlement"]),
    .target(
      name: "Synthesis",
      dependencies: ["Money", "Input", "Rules", "Settlement", "Population", "Simulation", "Reports", "Cases"]),
    .executableTarget(
      name: "medaid",
      dependencies: [
        "Analysis", "Cases", "Cliffs", "Input", "Money", "Rules", "Population", "Simulation", "Validation", "Reports",
        "Synthesis",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // Measures and checks the engine against the C programs beside it; not part of the product.
    .executableTarget(
      name: "medaid-bench",
      dependencies: ["Money", "Input", "Rules", "Settlement", "Population", "Simulation"], path: "Benchmarks/Swift"),
    // What several suites share.
    .target(name: "TestFiles", dependencies: ["Input"], path: "Tests/TestFiles"),
    .testTarget(name: "MoneyTests", dependencies: ["Money"]),
    .testTarget(name: "InputTests", dependencies: ["Input"]),
    .testTarget(
      name: "RulesTests", dependencies: ["Cases", "Input", "Money", "Rules", "Settlement", "TestFiles"],
      exclude: ["Bad", "Jurisdictions"]),
    .testTarget(
      name: "SettlementTests", dependencies: ["Cases", "Input", "Money", "Rules", "Settlement"], exclude: ["Cases"]),
    .testTarget(name: "CommandTests", dependencies: ["medaid", "Input"]),
    .testTarget(name: "CasesTests", dependencies: ["Cases", "Input", "Rules", "TestFiles"], exclude: ["Bad"]),
    .testTarget(name: "CliffsTests", dependencies: ["Cases", "Cliffs", "Input", "Money", "Rules", "Settlement"]),
    .testTarget(
      name: "ValidationTests", dependencies: ["CGSL", "Validation", "Input", "Population", "Rules", "TestFiles"],
      exclude: ["Bad", "Small"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["CGSL", "Simulation", "Input", "Money", "Rules", "Population", "Settlement", "TestFiles"],
      exclude: ["Bad"]),
    .testTarget(
      name: "AnalysisTests",
      dependencies: ["Analysis", "CGSL", "Input", "Money", "Population", "Rules", "Settlement", "Simulation"]),
    .testTarget(
      name: "SynthesisTests",
      dependencies: ["Synthesis", "Cases", "Input", "Population", "Reports", "Rules", "Settlement", "Simulation"]),
    .testTarget(
      name: "PopulationTests", dependencies: ["CGSL", "Input", "Population", "Rules", "Settlement", "TestFiles"],
      exclude: ["Bad"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Analysis", "Input", "Money", "Population", "Reports", "Rules", "Simulation", "Validation"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
