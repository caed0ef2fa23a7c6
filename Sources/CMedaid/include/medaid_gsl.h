#ifndef MEDAID_GSL_H
#define MEDAID_GSL_H
#include <gsl/gsl_integration.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_qrng.h>
#include <gsl/gsl_roots.h>

/// Keeps GSL from ending the process at an error; callers check their parameters instead.
void medaid_gsl_return_errors(void);

/// The simplex of Nelder and Mead: a global of GSL that never changes, which Swift cannot know.
const gsl_multimin_fminimizer_type *_Nonnull medaid_simplex_type(void);

/// The root finder of Brent, for functions without derivatives; as constant as the simplex.
const gsl_root_fsolver_type *_Nonnull medaid_brent_type(void);

/// Fixed nodes for integrals against exp(-b (x - a)^2), the rule of Gauss and Hermite; as constant as the simplex.
const gsl_integration_fixed_type *_Nonnull medaid_hermite_type(void);
/// Fixed nodes for integrals against (b - x)^alpha (x - a)^beta from a to b, the rule of Gauss and Jacobi.
const gsl_integration_fixed_type *_Nonnull medaid_jacobi_type(void);

/// Sobol's sequence, of at most 40 dimensions and 30 bits; as constant as the simplex.
const gsl_qrng_type *_Nonnull medaid_sobol_type(void);
#endif
