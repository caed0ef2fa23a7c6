import ArgumentParser

/// Looks after places: their people are simulated, under their own or others' rules.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place", abstract: "List places, and describe one of your own.",
    discussion: """
      Begin with `medaid place new mytown`, fill in mytown.csv, and check it with `medaid place check mytown.csv`. \
      docs/place-file.md explains every figure.
      """, subcommands: [PlaceList.self, PlaceNew.self, PlaceCheck.self])
}
