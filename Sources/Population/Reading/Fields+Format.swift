import Input

extension Fields {
  /// Notes a defect where the file does not say that it has this format.
  package func expectFormat(_ format: String) {
    guard let found = text("format"), found != format else { return }
    fault(required("format") ?? node, "the format is \"\(found)\"", key: "format", among: [format])
  }
}
