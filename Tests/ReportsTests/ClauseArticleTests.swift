import Rules
import Simulation
import Testing

@testable import Reports

/// Which articles the comparison names for a clause.
@Suite struct ClauseArticleTests {
  private let library: RuleLibrary

  init() throws { library = try RuleLibrary() }

  private func of(_ id: String, _ clause: Clause) throws -> String {
    ClauseArticles(try #require(library.file(id))).of(clause).text
  }

  @Test func articlesStandOnceAndWithoutRemarks() throws {
    #expect(try of("bazhong", .base) == "二; 七")
    #expect(try of("bazhong", .rate) == "八（三）")
    #expect(try of("guizhou", .base) == "三（一）")
  }

  @Test func whatADocumentDoesNotSayIsNamedSo() throws {
    #expect(try of("kaizhou", .tilt) == "no such clause")
    // The file holds figures for reforms that name somebody; the document names nobody.
    #expect(try of("bazhong", .preference) == "no such clause")
    // Guizhou assists nobody by analogy, and has a look-back all the same.
    #expect(try of("guizhou", .entitlement) == "二; 六（二）")
  }

  @Test func articlesStandBeforeProxiesAndAssumptions() throws {
    #expect(try of("dianjiang", .rate) == "三（四）3一; proxy DJ-2")
  }

  @Test func aParagraphStaysWithItsArticle() {
    #expect(ClauseArticles.articles("七（一）, first paragraph") == ["七（一）, first paragraph"])
    #expect(ClauseArticles.articles("三（四）3二, 三（四）3五: by X-11") == ["三（四）3二", "三（四）3五"])
    #expect(ClauseArticles.articles("unquantified, BN-2, 三 leaves it open") == ["unquantified BN-2"])
    #expect(ClauseArticles.articles("assumption, a guess") == ["assumption"])
  }
}
