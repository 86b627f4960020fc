package io.retainer.connector.seo;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Row;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headings of an overview: for each site and day {@code <mask>_<day>}, its {@code _type} and
 * {@code _landing}. The campaign's own site comes first.
 *
 * @param mask the campaign's own site: {@code *.example.com/*}
 * @param checks the day of each check of that site by the index of its column
 * @param landings the column of the page found, by day
 */
record SemrushHeadings(
    Columns columns,
    String mask,
    Map<Integer, LocalDate> checks,
    Map<LocalDate, Integer> landings) {

  private static final Headings HEADINGS =
      Headings.load(SemrushHeadings.class, "semrush-headings.txt");
  private static final Pattern CHECK = Pattern.compile("(.{1,300})_(\\d{8})(_landing)?");

  /** Empty for a row that is no row of headings. */
  static Optional<SemrushHeadings> of(Row row) {
    if (!HEADINGS.matches("keyword", row.cell(0))) {
      return Optional.empty();
    }
    Columns columns = HEADINGS.match(row);
    String mask = null;
    Map<Integer, LocalDate> checks = new TreeMap<>();
    Map<LocalDate, Integer> landings = new TreeMap<>();
    for (int i = 0; i < row.width(); i++) {
      Matcher check = CHECK.matcher(columns.heading(i));
      Moment day = check.matches() ? DateText.parse(check.group(2), null) : null;
      if (day != null && (mask == null || mask.equals(check.group(1)))) {
        mask = check.group(1);
        if (check.group(3) == null) {
          checks.put(i, day.date());
        } else {
          landings.put(day.date(), i);
        }
      }
    }
    return checks.isEmpty()
        ? Optional.empty()
        : Optional.of(new SemrushHeadings(columns, mask, checks, landings));
  }
}
