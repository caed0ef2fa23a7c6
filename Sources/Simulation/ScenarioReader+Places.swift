import Foundation
import Input
import Population
import Rules

extension ScenarioReader {
  /// The places of a scenario: identifiers of shipped ones, and paths of place files, taken from the scenario's folder.
  ///
  /// Every defect of a place file is noted with those of the scenario.
  func placeModels(_ fields: Fields) -> [PlaceModel] {
    var found: [PlaceModel] = []
    for node in fields.list("places") {
      guard let place = place(node, fields) else { continue }
      if found.contains(where: { $0.id == place.id }) {
        let isPath = Self.isPath(node.text ?? "")
        fields.fault(
          node,
          isPath
            ? "\(place.file) has the id \(place.id), as another place of the scenario" : "\(place.id) is named twice",
          key: "places")
      } else if let twin = found.first(where: { $0.english == place.english }) {
        findings.add(
          node, "places", "the places \(twin.id) and \(place.id) are both named \(place.english)",
          hint: "give one of them another name.en: reports name places by it")
      }
      found.append(place)
    }
    if fields.has("places"), found.isEmpty, let node = fields.node["places"], node.items?.isEmpty ?? false {
      fields.fault(node, "the list is empty", key: "places")
    }
    return found
  }

  private func place(_ node: Node, _ fields: Fields) -> PlaceModel? {
    if let name = node.text, PlaceFile.isSheet(name) {
      findings.add(
        node, "places", "\(name) is a fill-in sheet, not a place file",
        hint: "medaid place check \(name) --write FILE.yaml makes one of it")
      return nil
    }
    let known = places.first { $0.id == node.text || $0.chinese == node.text }
    guard let name = known?.id ?? node.text, known != nil || Self.isPath(name) else {
      fields.fault(
        node, "\(node.named) is not known", key: "places", among: places.map(\.id), also: places.map(\.chinese))
      return nil
    }
    do throws(Refusal) {
      guard Self.isPath(name) else { return try PlaceModel.shipped(name, vocabulary: library.vocabulary) }
      guard let path = find(name, node, "places", "place", copies: PlaceFile.copies) else { return nil }
      return try PlaceModel.read(try text(path), file: path, vocabulary: library.vocabulary)
    } catch {
      for defect in error.diagnostics { findings.add(defect) }
      return nil
    }
  }

  /// The illness model of a scenario: the program's own, or that of an illness file, taken from the scenario's folder.
  ///
  /// - Throws: `Refusal` where the program's own is broken, which a test rules out; defects of a file are noted with those
  ///   of the scenario.
  func illness(_ fields: Fields) throws(Refusal) -> IllnessModel {
    let shipped = try IllnessModel.shipped(vocabulary: library.vocabulary)
    guard let node = fields.optional("illness") else { return shipped }
    guard let name = node.text, Self.isPath(name) else {
      findings.add(
        node, "illness", "the path of an illness file is expected here, not \(node.named)",
        hint: "its name ends in .yaml; leave the key out for the program's own")
      return shipped
    }
    guard let path = find(name, node, "illness", "illness", copies: IllnessModel.copies) else { return shipped }
    do throws(Refusal) {
      return try IllnessModel.read(try text(path), file: path, vocabulary: library.vocabulary)
    } catch {
      for defect in error.diagnostics { findings.add(defect) }
      return shipped
    }
  }

  /// Where a file lies that a scenario names; nil, with a finding, where it is not there.
  func find(_ name: String, _ node: Node, _ key: String, _ kind: String, copies: String) -> String? {
    let path = Self.path(name, from: node.place.file)
    if isThere(path) { return path }
    // A scenario that a run has left is accompanied by copies of its files.
    let copy = Self.path("\(copies)/\(FilePath(name).name)", from: node.place.file)
    if isThere(copy) { return copy }
    findings.add(
      node, key, "there is no \(kind) file \(path)", hint: "paths begin in the folder of the scenario file")
    return nil
  }

  private func isThere(_ path: String) -> Bool {
    files.map { $0[path] != nil } ?? FileManager.default.fileExists(atPath: path)
  }

  func text(_ path: String) throws(Refusal) -> String {
    if let text = files?[path] { return text }
    return try InputFile.text(path)
  }

  static func isPath(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  /// A path as the program opens it: from the scenario's folder, unless it begins at the root.
  private static func path(_ name: String, from file: String) -> String {
    let folder = FilePath(file).folder
    return name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)"
  }

  /// The documents of the places, once each: what a scenario settles that names no jurisdictions.
  func ownJurisdictions(_ places: [PlaceModel], _ fields: Fields) -> [String] {
    var found: [String] = []
    for place in places where !found.contains(place.jurisdiction) {
      found.append(place.jurisdiction)
      guard library.file(place.jurisdiction) == nil else { continue }
      findings.add(
        fields.node["places"] ?? fields.node, "places",
        "there are no rules of \(place.jurisdiction), and no jurisdictions are named",
        hint: "name jurisdictions, or add the rule file to the folder of --rules")
    }
    return found
  }
}
