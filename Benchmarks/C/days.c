#include "days.h"

static int is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int month_length(int year, int month) {
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return lengths[month - 1] + (month == 2 && is_leap(year));
}

// Days before 1 January of a year, counted from the beginning of year 1.
static int before_year(int year) {
  const int y = year - 1;
  return y * 365 + y / 4 - y / 100 + y / 400;
}

enum { before_1970 = 719162 };

day day_of(int year, int month, int day) {
  int number = before_year(year) - before_1970 + day - 1;
  for (int m = 1; m < month; m++) number += month_length(year, m);
  return number;
}

date date_of(day number) {
  // The mean year is 365.2425 days: the quotient is right or one too large.
  int year = (int)(((int64_t)number + before_1970) * 10000 / 3652425) + 1;
  int rest = number + before_1970 - before_year(year);
  if (rest < 0) rest = number + before_1970 - before_year(--year);
  if (rest >= 365 + is_leap(year)) {
    rest -= 365 + is_leap(year);
    year++;
  }
  int month = 1;
  while (rest >= month_length(year, month)) rest -= month_length(year, month++);
  return (date){year, month, rest + 1};
}

day month_end(day number) {
  const date d = date_of(number);
  return number + month_length(d.year, d.month) - d.day;
}

day year_before(day number) {
  const date d = date_of(number);
  const int length = month_length(d.year - 1, d.month);
  return day_of(d.year - 1, d.month, d.day < length ? d.day : length);
}

int age_on(day birth, day then) {
  const date b = date_of(birth), t = date_of(then);
  return t.year - b.year - (t.month < b.month || (t.month == b.month && t.day < b.day));
}
