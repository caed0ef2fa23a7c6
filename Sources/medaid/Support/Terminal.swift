import Foundation

/// The terminal that a person reads standard output on.
enum Terminal {
  /// Its columns; nil where standard output leads elsewhere, or the terminal does not say.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
