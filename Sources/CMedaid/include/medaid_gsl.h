#ifndef MEDAID_GSL_H
#define MEDAID_GSL_H
#include <gsl/gsl_multimin.h>

/// Keeps GSL from ending the process at an error; callers check their parameters instead.
void medaid_gsl_return_errors(void);

/// The simplex of Nelder and Mead: a global of GSL that never changes, which Swift cannot know.
const gsl_multimin_fminimizer_type *_Nonnull medaid_simplex_type(void);
#endif
