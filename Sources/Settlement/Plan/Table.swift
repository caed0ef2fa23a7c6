/// A table of flat values that is written once and then only read.
///
/// Reading counts no references and copies no list, which settlement would feel millions of times; an index beyond the
/// end stops the program.
///
/// The compiler cannot know that several threads may read it: its memory is written before the table is handed out and
/// never again, and freed with its only owner.
struct Table<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>
  /// How many elements there are.
  let count: Int

  init(_ elements: [Element]) {
    base = .allocate(capacity: elements.count)
    base.initialize(from: elements, count: elements.count)
    count = elements.count
  }

  deinit { base.deallocate() }

  var indices: Range<Int> { 0..<count }

  @inline(__always) subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "beyond the end of a table")
    return base[index]
  }
}

/// A stretch of a table: what belongs together lies side by side.
struct Part: Sendable {
  var first: Int32 = 0
  var count: Int32 = 0

  /// The place of the next elements in a table that is being written.
  init(_ count: Int, at first: Int) { (self.first, self.count) = (Int32(first), Int32(count)) }

  var isEmpty: Bool { count == 0 }
  @inline(__always) var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
}
