package io.retainer.connector.social;

import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.DatesInName;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The days an export is about. The tables do not say them: they stand in the days of Totals beside,
 * or in the name of the archive, {@code Content 2026-10-01_2026-11-01 Kiosk.zip}, whose second date
 * is the day after the last. Totals that only came together with the file may be those of another
 * export, so that they tell the days when they add up to the file's own row Total.
 */
final class YouTubePeriod {

  private YouTubePeriod() {}

  static Optional<DateSpan> of(SourceFile file, FileContent content, ReadSettings settings)
      throws IOException {
    if (settings.period().isPresent()) {
      return settings.period();
    }
    Optional<DateSpan> beside = content.sheets().size() > 1 ? days(content) : Optional.empty();
    return beside.isPresent()
        ? beside
        : inName(file.name()).or(() -> amongSiblings(file, content, settings));
  }

  /** The archive may have been unpacked and its files given together. */
  private static Optional<DateSpan> amongSiblings(
      SourceFile file, FileContent content, ReadSettings settings) {
    for (SourceFile sibling : file.siblings()) {
      try {
        for (Sheet sheet : FileContent.of(sibling).sheets()) {
          YouTubeTable found = YouTubeTable.in(sheet);
          if (found.isOfDays() && isOfTheSame(content, found.table(), settings)) {
            return days(found.table());
          }
        }
      } catch (IOException unreadable) {
        // It is told of when it is read itself.
      }
    }
    return Optional.empty();
  }

  private static boolean isOfTheSame(FileContent content, Table days, ReadSettings settings)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      YouTubeTable found = YouTubeTable.in(sheet);
      if (found.isSummed() && new YouTubeSums(settings).agree(found.table(), days)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<DateSpan> days(FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      YouTubeTable found = YouTubeTable.in(sheet);
      if (found.isOfDays()) {
        return days(found.table());
      }
    }
    return Optional.empty();
  }

  private static Optional<DateSpan> days(Table table) throws IOException {
    List<String> cells = new ArrayList<>();
    table.eachRow(row -> cells.add(row.cell(0)));
    DateOrder order =
        Optional.ofNullable(DateText.order(cells))
            .or(() -> Spacing.orderOfDaysOnEnd(cells))
            .orElse(null);
    var days = new TreeSet<LocalDate>();
    for (String cell : cells) {
      Moment moment = DateText.parse(cell, order);
      if (moment != null) {
        days.add(moment.date());
      }
    }
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new DateSpan(days.first(), Spacing.of(days).from(days.last()).end()));
  }

  private static Optional<DateSpan> inName(String name) {
    List<LocalDate> dates = DatesInName.of(name);
    return dates.size() >= 2 && dates.get(0).isBefore(dates.get(1))
        ? Optional.of(new DateSpan(dates.get(0), dates.get(1)))
        : Optional.empty();
  }
}
