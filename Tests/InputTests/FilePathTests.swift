import Input
import Testing

@Suite struct FilePathTests {
  @Test(arguments: [
    ("q", "", "q", "q"), ("./q", ".", "q", "q"), ("q/", "", "q", "q"), ("a/b.yaml", "a", "b.yaml", "b"),
    ("/a", "/", "a", "a"), ("/", "/", "", ""), ("a//b.tar.gz", "a", "b.tar.gz", "b.tar"),
    (".profile", "", ".profile", ".profile"),
    ("", "", "", ""),
  ])
  func isTakenApart(path: String, folder: String, name: String, stem: String) {
    let parts = FilePath(path)
    #expect(parts.folder == folder && parts.name == name && parts.stem == stem)
  }
}
