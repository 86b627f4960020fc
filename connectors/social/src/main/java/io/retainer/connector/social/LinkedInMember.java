package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The workbook of a member's own analytics. Its sheets of days have headings that many have, so it
 * is told by its sheet of best posts: two tables side by side, by engagements and by impressions.
 */
final class LinkedInMember {

  private static final List<String> OF_DAYS = List.of("date", "post_impressions", "engagements");
  private static final List<String> OF_FOLLOWERS = List.of("date", "new_followers");

  private final FileContent content;
  private final ReadSettings settings;
  private final FactSink sink;

  LinkedInMember(FileContent content, ReadSettings settings, FactSink sink) {
    this.content = content;
    this.settings = settings;
    this.sink = sink;
  }

  static boolean isIn(FileContent content) throws IOException {
    boolean hasBest = false;
    boolean hasDays = false;
    for (Sheet sheet : content.sheets()) {
      hasBest |= LinkedInBestPosts.in(sheet).isPresent();
      hasDays |= table(sheet, OF_DAYS).isPresent() || table(sheet, OF_FOLLOWERS).isPresent();
    }
    return hasBest || hasDays && content.sheets().size() > 1 && hasTotal(content);
  }

  private static boolean hasTotal(FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> followers = table(sheet, OF_FOLLOWERS);
      if (followers.isPresent() && total(followers.get()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Table> table(Sheet sheet, List<String> keys) throws IOException {
    return Table.find(sheet, LinkedIn.HEADINGS, keys);
  }

  void read() throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> days = table(sheet, OF_DAYS);
      Optional<Table> followers = table(sheet, OF_FOLLOWERS);
      Optional<LinkedInBestPosts> best = LinkedInBestPosts.in(sheet);
      if (best.isPresent()) {
        best.get().read(settings, sink);
      } else if (days.isPresent()) {
        var values =
            new Values()
                .with("network", fields -> LinkedIn.NETWORK)
                .with("impressions", fields -> fields.count("post_impressions"))
                .with("engagements", fields -> fields.count("engagements"));
        LinkedIn.days(days.get(), settings, values, List.of("post_impressions", "engagements"))
            .read(LinkedIn.NETWORK, sink);
      } else if (followers.isPresent()) {
        followers(followers.get());
      } else {
        LinkedInDiscovery.in(sheet).ifPresent(discovery -> discovery.write(settings, sink));
      }
    }
  }

  private void followers(Table table) throws IOException {
    var values =
        new Values()
            .with("network", fields -> LinkedIn.NETWORK)
            .with("followers_gained", fields -> fields.count("new_followers"));
    LinkedIn.days(table, settings, values, List.of("new_followers")).read(LinkedIn.NETWORK, sink);
    Optional<Row> total = total(table);
    if (total.isPresent()) {
      TableWriter writer = sink.table(header(table));
      writer.row(
          total.get().line(),
          DateSpan.ofDay(dayIn(total.get().cell(0)).orElseThrow()),
          new Object[] {LinkedIn.NETWORK, number(total.get().cell(1))});
    }
  }

  private TableHeader header(Table table) {
    return new TableHeader(
        table.sheet().name() + ", total",
        Datasets.SOCIAL_ACCOUNTS,
        List.of("network", "followers"),
        Set.of(),
        Grain.DAY,
        true,
        Optional.empty(),
        settings.account().orElse(LinkedIn.NETWORK),
        Optional.empty());
  }

  /** {@code Total followers on 8/25/2026:}, and beside it how many they are. */
  private static Optional<Row> total(Table table) throws IOException {
    return table.preamble().stream()
        .filter(row -> dayIn(row.cell(0)).isPresent() && number(row.cell(1)) != null)
        .findFirst();
  }

  private static Optional<LocalDate> dayIn(String text) {
    for (String word : text.split("[\\s:]+")) {
      Moment moment = word.length() < 8 ? null : DateText.parse(word, DateOrder.MONTH_FIRST);
      if (moment != null) {
        return Optional.of(moment.date());
      }
    }
    return Optional.empty();
  }

  private static Long number(String cell) {
    String digits = cell.strip().replaceAll("[,.\\s]", "");
    return digits.matches("\\d{1,12}") ? Long.valueOf(digits) : null;
  }
}
