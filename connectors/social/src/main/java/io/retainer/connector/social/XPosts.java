package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The posts of an account. */
final class XPosts {

  private static final List<String> COUNTS =
      List.of(
          "impressions",
          "engagements",
          "likes",
          "comments",
          "reposts",
          "saves",
          "link_clicks",
          "follows",
          "new_follows");
  private static final Map<String, String> CANONICAL =
      Map.of("reposts", "shares", "new_follows", "follows");
  private static final Pattern ID = Pattern.compile("\\d{1,20}");
  private static final Pattern LINK = Pattern.compile("/([A-Za-z0-9_]{1,50})/status/(\\d+)");

  private final Table table;
  private final ReadSettings settings;
  private final Values values;

  XPosts(Table table, ReadSettings settings) {
    this.table = table;
    this.settings = settings;
    this.values = values(table.columns());
  }

  private static Values values(Columns columns) {
    var values =
        new Values()
            .with("post_id", XPosts::id)
            .with("network", fields -> XAnalytics.NETWORK)
            .with("title", fields -> PostTitle.of(fields.text("text")))
            .with("url", fields -> fields.text("url"))
            .with("published_at", fields -> fields.time("time"));
    for (String count : COUNTS) {
      values.with(
          columns.has(count), CANONICAL.getOrDefault(count, count), fields -> fields.count(count));
    }
    return values;
  }

  void read(FactSink sink) throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("time"), COUNTS, List.of());
    if (forms.isPresent()) {
      TableWriter writer = sink.table(header());
      table.read(forms.get(), settings, fields -> post(fields, writer));
    }
  }

  private TableHeader header() throws IOException {
    return values.header(
        table, Datasets.SOCIAL_POSTS, Grain.EVENT, settings.account().orElse(handle()));
  }

  /** The account, as the links to its posts name it. */
  private String handle() throws IOException {
    for (Row row : table.sheet().head()) {
      Matcher link = LINK.matcher(row.cell(table.columns().index("url")));
      if (link.find()) {
        return link.group(1);
      }
    }
    return XAnalytics.NETWORK;
  }

  private void post(Fields fields, TableWriter writer) {
    fields.required("post_id", fields.text("post_id"));
    values.write(fields, fields.required("time", fields.time("time")), writer);
  }

  /** Excel keeps fifteen digits of a number, and ids have eighteen; the link is a text. */
  private static Object id(Fields fields) {
    String id = fields.text("post_id");
    String url = fields.text("url");
    Matcher link = LINK.matcher(url == null ? "" : url);
    String linked = link.find() ? link.group(2) : null;
    if (id == null || ID.matcher(id).matches() && (linked == null || linked.equals(id))) {
      return id;
    }
    return linked != null && RoundedId.is(id, linked)
        ? linked
        : fields.refuse(
            fields.columns().index("post_id"),
            "the whole id of the post, up to 20 digits, as in its link",
            "Excel has rounded the ids: download the export again and upload it without opening it"
                + " in Excel.");
  }
}
