#include "medaid_gsl.h"
#include <gsl/gsl_errno.h>

void medaid_gsl_return_errors(void) { gsl_set_error_handler_off(); }
const gsl_multimin_fminimizer_type *medaid_simplex_type(void) { return gsl_multimin_fminimizer_nmsimplex2; }
const gsl_integration_fixed_type *medaid_hermite_type(void) { return gsl_integration_fixed_hermite; }
const gsl_integration_fixed_type *medaid_jacobi_type(void) { return gsl_integration_fixed_jacobi; }
const gsl_qrng_type *medaid_sobol_type(void) { return gsl_qrng_sobol; }
const gsl_root_fsolver_type *medaid_brent_type(void) { return gsl_root_fsolver_brent; }
