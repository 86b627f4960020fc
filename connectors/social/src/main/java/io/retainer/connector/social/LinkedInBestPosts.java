package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fifty best posts of a member, twice side by side: by engagements and by impressions. A post
 * that is in both has both figures.
 */
record LinkedInBestPosts(Table table) {

  private static final List<String> COLUMNS =
      List.of("post_id", "network", "url", "published_at", "impressions", "engagements");

  static Optional<LinkedInBestPosts> in(Sheet sheet) throws IOException {
    return Table.find(sheet, LinkedIn.HEADINGS, List.of("post_url", "published_at"))
        .filter(table -> table.columns().indexes("post_url").size() == 2)
        .map(LinkedInBestPosts::new);
  }

  /** A post as it is put together from the two tables. */
  private static final class Post {
    private final long line;
    private final Moment published;
    private Long impressions;
    private Long engagements;

    private Post(long line, Moment published) {
      this.line = line;
      this.published = published;
    }
  }

  void read(ReadSettings settings, FactSink sink) throws IOException {
    Map<String, Post> posts = new LinkedHashMap<>();
    TableWriter writer = sink.table(header(settings));
    List<Integer> urls = table.columns().indexes("post_url");
    table.eachRow(row -> urls.forEach(at -> see(row, at, posts, writer)));
    posts.forEach(
        (url, post) ->
            writer.row(
                post.line,
                DateSpan.ofDay(post.published.date()),
                new Object[] {
                  LinkedInPosts.urn(url).orElse(url),
                  LinkedIn.NETWORK,
                  url,
                  post.published.on(settings.zone()),
                  post.impressions,
                  post.engagements
                }));
  }

  private void see(Row row, int at, Map<String, Post> posts, TableWriter writer) {
    String url = row.cell(at).strip();
    boolean isWithoutFigure = row.cell(at + 1).isBlank() && row.cell(at + 2).isBlank();
    if (url.isEmpty() || isWithoutFigure) {
      return;
    }
    Moment published = DateText.parse(row.cell(at + 1), DateOrder.MONTH_FIRST);
    String digits = row.cell(at + 2).strip().replace(",", "");
    if (published == null || !digits.matches("\\d{1,15}")) {
      Columns columns = table.columns();
      int wrong = published == null ? at + 1 : at + 2;
      writer.rejected(
          new ReadIssue(
              row.line(),
              columns.heading(wrong),
              row.cell(wrong),
              published == null ? "a date like 1/31/2026" : "a whole number like 1234",
              "Correct the cell."),
          row.text());
      return;
    }
    Post post = posts.computeIfAbsent(url, key -> new Post(row.line(), published));
    if (LinkedIn.HEADINGS.matches("engagements", table.columns().heading(at + 2))) {
      post.engagements = Long.valueOf(digits);
    } else {
      post.impressions = Long.valueOf(digits);
    }
  }

  private TableHeader header(ReadSettings settings) {
    return new TableHeader(
        table.sheet().name(),
        Datasets.SOCIAL_POSTS,
        COLUMNS,
        Set.of(),
        Grain.EVENT,
        false,
        Optional.empty(),
        settings.account().orElse(LinkedIn.NETWORK),
        Optional.empty());
  }
}
