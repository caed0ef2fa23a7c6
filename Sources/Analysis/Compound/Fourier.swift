// Discrete Fourier transform of n = 2^m numbers: y_k = sum over j of x_j exp(-2 pi i j k / n), and back with the other
// sign and 1 / n. GSL's radix-2 routines.

import CGSL

/// Fourier transforms in place.
enum Fourier {
  /// Transforms.
  ///
  /// - Precondition: their number is a power of two.
  static func transform(_ values: inout [Complex]) { run(&values, gsl_fft_complex_radix2_forward) }

  /// Transforms back.
  ///
  /// - Precondition: their number is a power of two.
  static func transformBack(_ values: inout [Complex]) { run(&values, gsl_fft_complex_radix2_inverse) }

  private static func run(
    _ values: inout [Complex], _ routine: (UnsafeMutablePointer<Double>?, Int, Int) -> Int32
  ) {
    precondition(values.count > 0 && values.count & (values.count - 1) == 0)
    var packed = values.flatMap { [$0.real, $0.imaginary] }
    let status = packed.withUnsafeMutableBufferPointer { routine($0.baseAddress, 1, values.count) }
    precondition(status == Int32(GSL_SUCCESS), "the number of points is a power of two")
    for index in values.indices { values[index] = Complex(real: packed[2 * index], imaginary: packed[2 * index + 1]) }
  }
}
