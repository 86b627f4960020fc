package io.retainer.connector.search;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.UnreadableContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sheets of one export, and those beside it that say what it does not. */
final class Export {

  private static final Pattern NAME =
      Pattern.compile("(.+?)[- ]Performance[-_ ]on[-_ ].+", Pattern.CASE_INSENSITIVE);

  /** Google News and Discover have no positions, and only the file's name tells them apart. */
  private static final Pattern NEWS =
      Pattern.compile("Performance[-_ ]on[-_ ](Google[-_ ])?News", Pattern.CASE_INSENSITIVE);

  private final List<ResultSheet> sheets;
  private final List<Sheet> strangers;
  private final Optional<String> label;

  private Export(List<ResultSheet> sheets, List<Sheet> strangers, Optional<String> label) {
    this.sheets = sheets;
    this.strangers = strangers;
    this.label = label;
  }

  /** One period of an export that compares two; days of an earlier one are not told. */
  static Export half(FileContent content, String label, boolean isCurrent) throws IOException {
    Export whole = of(Comparison.half(content, label));
    var kept =
        whole.sheets.stream()
            .filter(sheet -> isCurrent || sheet.kind() != SheetKind.DATES)
            .toList();
    return new Export(kept, whole.strangers, Optional.of(label));
  }

  static Export of(FileContent content) throws IOException {
    var sheets = new ArrayList<ResultSheet>();
    var strangers = new ArrayList<Sheet>();
    List<SheetKind> order = Shape.order(content);
    for (int i = 0; i < content.sheets().size(); i++) {
      Sheet sheet = content.sheets().get(i);
      ResultSheet.of(sheet, order.isEmpty() ? Optional.empty() : Optional.of(order.get(i)))
          .ifPresentOrElse(sheets::add, () -> strangers.add(sheet));
    }
    return new Export(sheets, strangers, Optional.empty());
  }

  /** Whether it has no results; filters alone are an export only as the single file they are. */
  boolean isEmpty() {
    return strangers.isEmpty()
        ? sheets.isEmpty()
        : sheets.stream().allMatch(sheet -> sheet.kind() == SheetKind.FILTERS);
  }

  private Optional<ResultSheet> first(SheetKind kind) {
    return sheets.stream().filter(sheet -> sheet.kind() == kind).findFirst();
  }

  /**
   * @param known the days it is about, when something beside the files says so
   * @return the days it is about
   */
  Optional<DateSpan> read(
      SourceFile file, ReadSettings settings, Optional<DateSpan> known, FactSink sink)
      throws IOException {
    for (Sheet stranger : strangers) {
      sink.passedOver(1, "\"" + stranger.name() + "\" is no sheet of Search Console");
    }
    var beside = siblings(file);
    if (isOfHours(beside)) {
      sink.issue(ofHours());
      return Optional.empty();
    }
    Part said = part(beside, file.name());
    Part part = known.map(said::during).orElse(said);
    if (!part.isWhole()) {
      sink.passedOver(
          1, "the export is about a part of the results (" + part.searchType() + "): kept apart");
    }
    Optional<DateSpan> period = period(part, beside, settings);
    String account = settings.account().orElseGet(() -> property(file.name()));
    for (ResultSheet sheet : sheets) {
      if (sheet.kind() == SheetKind.FILTERS) {
        sink.passedOver(sheet.table().columns().line(), "the filters of the export");
      } else if (sheet.hasNoRows()) {
        sink.passedOver(sheet.table().columns().line(), "a table without rows");
      } else if (sheet.kind() == SheetKind.DATES || period.isPresent()) {
        new SheetReader(sheet, part, period, account, settings, sink).read();
      } else {
        sink.issue(undated(sheet));
      }
    }
    if (sheets.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "no sheet of Search Console",
              "sheets such as Queries and Dates",
              "Upload the ZIP of the Performance report."));
    }
    return period;
  }

  private List<Export> siblings(SourceFile file) throws IOException {
    var found = new ArrayList<Export>();
    boolean isAlone = sheets.size() < 2;
    for (SourceFile sibling : isAlone ? file.siblings() : List.<SourceFile>of()) {
      try {
        FileContent content = FileContent.of(sibling);
        if (content.kind() == FileContent.Kind.TEXT) {
          found.add(of(label.isPresent() ? Comparison.half(content, label.get()) : content));
        }
      } catch (UnreadableContent itsOwnAffair) {
        // The sibling is imported by itself and reports its trouble there.
      }
    }
    return found;
  }

  /** Of two such files beside this one nobody knows which is its own. */
  private static Optional<ResultSheet> only(List<Export> beside, SheetKind kind) {
    var found = beside.stream().flatMap(export -> export.first(kind).stream()).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Part part(List<Export> beside, String fileName) throws IOException {
    boolean hasPositions =
        sheets.stream()
            .filter(sheet -> sheet.kind() != SheetKind.FILTERS)
            .allMatch(sheet -> sheet.table().columns().has("position"));
    Part otherwise =
        hasPositions ? Part.WEB : NEWS.matcher(fileName).find() ? Part.NEWS : Part.DISCOVER;
    Optional<ResultSheet> filters =
        first(SheetKind.FILTERS).or(() -> only(beside, SheetKind.FILTERS));
    if (filters.isPresent()) {
      var rows = new ArrayList<Row>();
      filters.get().table().eachRow(rows::add);
      return Part.of(rows, otherwise);
    }
    return otherwise;
  }

  /** Dates written out in the filters, else the first and last day, else what the user says. */
  private Optional<DateSpan> period(Part part, List<Export> beside, ReadSettings settings)
      throws IOException {
    if (part.dates().isPresent()) {
      return part.dates();
    }
    Optional<ResultSheet> dates = first(SheetKind.DATES).or(() -> only(beside, SheetKind.DATES));
    if (dates.isPresent()) {
      Optional<DateSpan> days = SheetReader.days(dates.get(), settings);
      if (days.isPresent()) {
        return days;
      }
    }
    return settings.period();
  }

  /** Its first and its last day are there in part only, and would stand for the whole day. */
  private boolean isOfHours(List<Export> beside) throws IOException {
    Optional<ResultSheet> dates = first(SheetKind.DATES).or(() -> only(beside, SheetKind.DATES));
    return dates.isPresent() && Granularity.isByHour(dates.get());
  }

  private static ReadIssue ofHours() {
    return ReadIssue.ofFile(
        "the last 24 hours, hour by hour: parts of two days",
        "whole days",
        "Choose 7 days, 28 days or dates of your own in the Performance report, and export it"
            + " again.");
  }

  private static ReadIssue undated(ResultSheet sheet) {
    return new ReadIssue(
        sheet.table().columns().line(),
        "",
        "the table \"" + sheet.table().sheet().name() + "\", which has no dates",
        "the days it is about",
        "Upload the whole ZIP, or Dates.csv (Chart.csv) and Filters.csv together with this file, or"
            + " name the period (--period 2026-10).");
  }

  /** {@code https___www.site.example_-Performance-on-Search-2026-11-02.zip} names the property. */
  static String property(String fileName) {
    Matcher named = NAME.matcher(fileName);
    if (!named.matches()) {
      return "";
    }
    String name = named.group(1).replaceFirst("^(https?)_+", "$1://");
    return name.endsWith("_") ? name.substring(0, name.length() - 1) + "/" : name;
  }
}
