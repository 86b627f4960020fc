package io.retainer.cli.demo.exports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How busy a business is on a day, 1 being an ordinary day in its first year: growth, the season,
 * the weekday, and the days something went wrong.
 *
 * @param growth per year, 0.15 for 15 %
 * @param months twelve factors, January first
 * @param weekdays seven factors, Monday first
 * @param dip what happened in each year's dip
 */
record Pulse(double growth, List<Double> months, List<Double> weekdays, Dip dip) {

  private static final LocalDate FIRST_YEAR = LocalDate.of(2024, 1, 1);

  /** From the first day to the last only this part of the usual. */
  record Dip(MonthDay first, MonthDay last, double factor) {
    boolean covers(LocalDate day) {
      MonthDay date = MonthDay.from(day);
      return !date.isBefore(first) && !date.isAfter(last);
    }
  }

  double on(LocalDate day) {
    double years = ChronoUnit.DAYS.between(FIRST_YEAR, day) / 365.25;
    double level = Math.pow(1 + growth, years) * season(day) * weekday(day.getDayOfWeek());
    return dip.covers(day) ? level * dip.factor() : level;
  }

  private double weekday(DayOfWeek day) {
    return weekdays.get(day.getValue() - 1);
  }

  /** Between the middles of two months the season slides. */
  private double season(LocalDate day) {
    double position = day.getMonthValue() - 1 + (day.getDayOfMonth() - 15.5) / day.lengthOfMonth();
    int before = Math.floorMod((int) Math.floor(position), 12);
    double part = position - Math.floor(position);
    return months.get(before) * (1 - part) + months.get((before + 1) % 12) * part;
  }
}
