import Foundation
import Testing

/// The list of jurisdictions for people and for programs.
@Suite struct RulesListTests {
  private static let ids = ["bazhong", "banan", "dianjiang", "kaizhou", "guizhou"]

  @Test func programsReadItAsObjects() throws {
    let ending = try Program.run("medaid rules list --format json")
    let rows = try JSONDecoder().decode([[String: String]].self, from: Data(ending.output.utf8))
    #expect(rows.map { $0["id"] } == Self.ids)
    let guizhou = try #require(rows.last)
    #expect(Set(guizhou.keys) == ["id", "name", "nameZh", "number", "issued", "standing"])
    #expect((guizhou["nameZh"], guizhou["number"], guizhou["standing"]) == ("贵州省", "黔府办发〔2022〕19号", "inForce"))
  }

  @Test func programsReadItAsRows() throws {
    let lines = try Program.run("medaid rules list --format csv").output.split(separator: "\n")
    #expect(lines.first == "id,name,nameZh,number,issued,standing")
    #expect(lines.dropFirst().map { String($0.prefix { $0 != "," }) } == Self.ids)
    #expect(lines.contains(#"banan,"Banan District, Chongqing",重庆市巴南区,巴南府办发〔2023〕30号,2023-04-27,inForce"#))
    #expect(lines.contains(#"dianjiang,"Dianjiang County, Chongqing (draft)",重庆市垫江县（征求意见稿）,,,draft"#))
  }

  @Test func peopleReadItAsATable() throws {
    let plain = try Program.run("medaid rules list").output
    #expect(plain == (try Program.run("medaid rules list --format table").output) && plain.hasPrefix("id  "))
    #expect(try Program.run("medaid rules list --format markdown").output.hasPrefix("| id | name | 名称 |"))
    let wrong = try Program.run("medaid rules list --format xml")
    #expect(wrong.status == 64 && wrong.message.contains("one of 'table', 'markdown', 'csv' or 'json'"))
  }

  /// What is piped is whole, however narrow the terminal of the shell may be.
  @Test func aPipedComparisonIsATable() throws {
    let lines = try Program.run("COLUMNS=20 medaid rules diff guizhou bazhong | cat").output.split(separator: "\n")
    #expect(lines[0].hasPrefix("path  ") && lines[1].hasPrefix("-----"))
  }
}
