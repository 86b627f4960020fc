package io.retainer.cli.demo.exports;

import io.retainer.cli.demo.exports.Search.Query;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The positions report of SE Ranking: a keyword per row, a column per day of checking and another
 * for the change since the day before. Group headings stand between the keywords.
 *
 * @param engine the title line, in words
 * @param group the group of keywords
 */
record SeRanking(Search search, String engine, String group) {

  private static final int DEPTH = 100;

  Export positions(YearMonth month) {
    // Checked twice a week, and on the last day.
    List<LocalDate> days =
        Search.days(month).stream()
            .filter(day -> day.getDayOfMonth() % 4 == 1 || day.equals(month.atEndOfMonth()))
            .toList();
    var sheet = new Sheet(Sheet.Quotes.BLANKS, "\n");
    List<Object> header = new ArrayList<>(List.of("Keyword", "URL", "Tags", "Search vol."));
    days.forEach(day -> header.addAll(List.of(day, "Dynamics")));
    sheet.row(header);
    List<Object> heading = new ArrayList<>(List.of(group, "--", "", volumes()));
    days.forEach(day -> heading.addAll(List.of(mean(day), 0)));
    sheet.row(heading);
    for (int i = 0; i < search.queries().size(); i++) {
      sheet.row(keyword(i, days));
    }
    String text =
        Sheet.BOM
            + '"'
            + engine
            + "\"\n"
            + new String(sheet.bytesWithoutLastNewline(), StandardCharsets.UTF_8);
    return new Export(
        "positions_detailed_%s_%s.csv".formatted(search.site(), month),
        "SE Ranking",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Object> keyword(int index, List<LocalDate> days) {
    Query query = search.queries().get(index);
    boolean found = days.stream().anyMatch(day -> search.rank(index, day) <= DEPTH);
    String url = found ? "https://" + search.site() + query.page() : "";
    List<Object> row = new ArrayList<>(List.of(query.words(), url, "", volume(query)));
    int before = 0;
    for (LocalDate day : days) {
      int rank = search.rank(index, day);
      row.add(rank <= DEPTH ? rank : "-");
      row.add(before == 0 || rank > DEPTH ? 0 : before - rank);
      before = rank <= DEPTH ? rank : 0;
    }
    return row;
  }

  private static long volume(Query query) {
    return Math.round(query.weight() * 12) * 10;
  }

  private long volumes() {
    return search.queries().stream().mapToLong(SeRanking::volume).sum();
  }

  private long mean(LocalDate day) {
    double sum = 0;
    for (int i = 0; i < search.queries().size(); i++) {
      sum += Math.min(DEPTH, search.rank(i, day));
    }
    return Math.round(sum / search.queries().size());
  }
}
