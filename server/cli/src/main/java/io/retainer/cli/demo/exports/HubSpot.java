package io.retainer.cli.demo.exports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * HubSpot: every deal of the pipeline as it stands at the end of the last month. What a deal comes
 * to is decided on its first day, so that a later export tells the same of it, only further on.
 *
 * @param perDay deals that begin on an ordinary working day
 */
record HubSpot(
    Chance chance, Pulse pulse, double perDay, List<String> subjects, List<String> owners) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final String PIPELINE = " (Sales Pipeline)";
  private static final List<String> SOURCES =
      List.of("Organic Search", "Paid Search", "Direct Traffic", "Referrals", "Offline Sources");
  private static final double[] SOURCE_WEIGHTS = {30, 22, 18, 14, 16};
  private static final List<String> REASONS = List.of("Price", "Delivery time", "No budget", "");
  private static final double[] REASON_WEIGHTS = {40, 22, 25, 13};
  private static final double WON = 0.42;

  Export deals(List<YearMonth> months) {
    var sheet = new Sheet(Sheet.Quotes.NEEDED, "\n");
    sheet.row(
        "Record ID",
        "Deal Name",
        "Deal Stage",
        "Close Date",
        "Deal owner",
        "Amount",
        "Currency",
        "Create Date",
        "Pipeline",
        "Is Closed Won",
        "Is closed lost",
        "Original Source Type",
        "Closed Lost Reason");
    YearMonth last = months.get(months.size() - 1);
    for (YearMonth month : months) {
      for (LocalDate day : Search.days(month)) {
        long begun = isWeekend(day) ? 0 : chance.near(perDay * pulse.on(day), 0.9, "deals", day);
        for (int i = 0; i < begun; i++) {
          deal(sheet, day, i, last.plusMonths(1).atDay(1).atStartOfDay());
        }
      }
    }
    return new Export("hubspot-crm-exports-all-deals.csv", "HubSpot", sheet.bytes());
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private void deal(Sheet sheet, LocalDate day, int number, LocalDateTime now) {
    LocalDateTime begun = day.atTime(chance.between(8, 16, "deal hour", day, number), 20);
    // Most are decided within weeks, some take a season.
    double slow = chance.of("deal days", day, number);
    LocalDateTime closes = begun.plusDays(4 + Math.round(90 * slow * slow * slow)).plusHours(2);
    boolean isClosed = closes.isBefore(now);
    boolean isWon = chance.of("deal won", day, number) < WON;
    long euros = 40L * chance.between(8, 160, "deal amount", day, number);
    int subject = chance.between(0, subjects.size() - 1, "deal subject", day, number);
    int owner = chance.between(0, owners.size() - 1, "deal owner", day, number);
    String reason = REASONS.get(chance.pick(REASON_WEIGHTS, "deal reason", day, number));
    sheet.row(
        String.valueOf(30_000_000_000L + day.toEpochDay() * 10 + number),
        subjects.get(subject),
        (!isClosed ? "Contract sent" : isWon ? "Closed won" : "Closed lost") + PIPELINE,
        TIME.format(closes),
        owners.get(owner),
        Numbers.amount(euros * 100),
        "EUR",
        TIME.format(begun),
        "Sales Pipeline",
        isClosed && isWon,
        isClosed && !isWon,
        SOURCES.get(chance.pick(SOURCE_WEIGHTS, "deal source", day, number)),
        isClosed && !isWon ? reason : "");
  }
}
