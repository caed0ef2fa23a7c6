// Days since 1 January 1970 in the Gregorian calendar.
#ifndef DAYS_H
#define DAYS_H
#include <stdint.h>

typedef int32_t day;
enum { day_past = INT32_MIN, day_future = INT32_MAX };

typedef struct {
  int year, month, day;
} date;

date date_of(day number);
day day_of(int year, int month, int day);
// The last day of a day's month.
day month_end(day number);
// The same day of the month twelve months before; 28 February for 29 February.
day year_before(day number);
// Completed years on `then` of somebody born on `birth`.
int age_on(day birth, day then);
#endif
