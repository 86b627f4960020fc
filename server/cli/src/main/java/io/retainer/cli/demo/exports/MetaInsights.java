package io.retainer.cli.demo.exports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Meta Business Suite: new followers and visits by day, on Facebook and Instagram. A file carries
 * one table after the other, in UTF-16.
 */
record MetaInsights(Chance chance, Pulse pulse, double followsPerDay, double visitsPerDay) {

  Export follows(YearMonth month) {
    return export(
        "Follows " + month,
        month,
        List.of("Follows", "Instagram follows"),
        new double[] {followsPerDay * 0.3, followsPerDay});
  }

  Export visits(YearMonth month) {
    return export(
        "Visits " + month,
        month,
        List.of("Facebook visits", "Instagram profile visits"),
        new double[] {visitsPerDay * 0.4, visitsPerDay});
  }

  private Export export(String name, YearMonth month, List<String> titles, double[] perDay) {
    var sheet = new Sheet(Sheet.Quotes.ALWAYS, "\n");
    sheet.line(Sheet.BOM + "sep=,");
    for (int i = 0; i < perDay.length; i++) {
      sheet.row(titles.get(i)).row("Date", "Primary");
      for (LocalDate day : Search.days(month)) {
        long count = chance.near(perDay[i] * pulse.on(day), 0.4, titles.get(i), day);
        sheet.row(day + "T00:00:00", count);
      }
      sheet.line("");
    }
    return new Export(name + ".csv", "Meta Business Suite", sheet.bytes(StandardCharsets.UTF_16LE));
  }
}
