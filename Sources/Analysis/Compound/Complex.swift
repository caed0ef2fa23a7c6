import Foundation

/// A complex number, as far as characteristic functions need one.
public struct Complex: Hashable, Sendable {
  /// The real part.
  public var real: Double
  /// The imaginary part.
  public var imaginary: Double

  /// 1.
  static let one = Complex(real: 1, imaginary: 0)

  /// e to the power of `i · angle`.
  static func turn(_ angle: Double) -> Complex { Complex(real: cos(angle), imaginary: sin(angle)) }

  /// The absolute value.
  var magnitude: Double { hypot(real, imaginary) }

  /// The natural logarithm with an angle from -π to π; of 0 it is infinite.
  var logarithm: Complex { Complex(real: log(magnitude), imaginary: atan2(imaginary, real)) }

  /// e to the power of this number.
  var exponential: Complex { exp(real) * .turn(imaginary) }

  @inline(__always) static func + (a: Complex, b: Complex) -> Complex {
    Complex(real: a.real + b.real, imaginary: a.imaginary + b.imaginary)
  }

  @inline(__always) static func * (a: Complex, b: Complex) -> Complex {
    Complex(
      real: a.real * b.real - a.imaginary * b.imaginary, imaginary: a.real * b.imaginary + a.imaginary * b.real)
  }

  @inline(__always) static func * (factor: Double, a: Complex) -> Complex {
    Complex(real: factor * a.real, imaginary: factor * a.imaginary)
  }
}
