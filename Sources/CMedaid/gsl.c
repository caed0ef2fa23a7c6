#include "medaid_gsl.h"
#include <gsl/gsl_errno.h>

void medaid_gsl_return_errors(void) { gsl_set_error_handler_off(); }
const gsl_multimin_fminimizer_type *medaid_simplex_type(void) { return gsl_multimin_fminimizer_nmsimplex2; }
