import Glibc

/// The natural logarithm.
@inline(__always) func logarithm(_ x: Double) -> Double { log(x) }
/// The bins' ratio to a power.
func power(_ exponent: Double) -> Double { pow(LogHistogram.ratio, exponent) }
