package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The posts of one or several pages or accounts, each with its counters since publication. */
final class MetaPosts {

  private static final List<String> COUNTS =
      List.of(
          "impressions",
          "views",
          "reach",
          "interactions",
          "likes",
          "comments",
          "shares",
          "saves",
          "follows",
          "link_clicks",
          "video_views");
  private static final int MOST_ACCOUNTS = 50;
  private static final Pattern ID = Pattern.compile("[\\d_]{1,60}");
  private static final Pattern LINK =
      Pattern.compile(
          "facebook\\.com/\\S*/(?:posts|videos|photos|reel)/(?:\\S*/)?(\\d{8,20})(?!\\d)");

  private final Table table;
  private final Columns columns;
  private final ReadSettings settings;
  private final String network;
  private final Values values;

  MetaPosts(Table table, ReadSettings settings) {
    this.table = table;
    this.columns = table.columns();
    this.settings = settings;
    this.network = columns.has("instagram") ? "instagram" : "facebook";
    this.values = values();
  }

  private Values values() {
    var values =
        new Values()
            .with("post_id", MetaPosts::id)
            .with("network", fields -> network)
            .with("post_type", fields -> fields.text("post_type"))
            .with("title", MetaPosts::title)
            .with("url", fields -> fields.text("url"))
            .with("published_at", fields -> fields.time("published_at"))
            .with(
                columns.has("impressions") || columns.has("views"),
                "impressions",
                MetaPosts::impressions)
            .with("engagements", MetaPosts::engagements);
    for (String count :
        List.of(
            "reach",
            "video_views",
            "likes",
            "comments",
            "shares",
            "saves",
            "link_clicks",
            "follows")) {
      values.with(columns.has(count), count, fields -> fields.count(count));
    }
    return values;
  }

  private static Object id(Fields fields) {
    String id = fields.text("post_id");
    if (id == null || ID.matcher(id).matches()) {
      return id;
    }
    String url = fields.text("url");
    Matcher link = LINK.matcher(url == null ? "" : url);
    return link.find() && RoundedId.is(id, link.group(1))
        ? link.group(1)
        : fields.refuse(
            fields.columns().index("post_id"),
            "the whole id of the post, in digits",
            "Excel has rounded the ids: download the export again and upload it without opening it"
                + " in Excel.");
  }

  private static Object title(Fields fields) {
    String title = PostTitle.of(fields.text("title"));
    return title == null ? PostTitle.of(fields.text("description")) : title;
  }

  /** Views took the place of impressions in 2024. */
  private static Object impressions(Fields fields) {
    Long impressions = fields.count("impressions");
    return impressions == null ? fields.count("views") : impressions;
  }

  private static Object engagements(Fields fields) {
    Long together = fields.count("interactions");
    Long apart = Sums.of(fields.count("likes"), fields.count("comments"), fields.count("shares"));
    return Sums.of(together == null ? apart : together, fields.count("saves"));
  }

  void read(FactSink sink) throws IOException {
    var decision =
        new FormsDecision(columns, table.sheet().delimiter())
            .dates(List.of("published_at"))
            .counts(COUNTS)
            .ordinarily(DateOrder.MONTH_FIRST);
    table.eachRow(decision::see);
    Optional<Forms> forms = decision.decide(sink);
    if (forms.isEmpty()) {
      return;
    }
    List<String> accounts = accounts();
    if (accounts.size() > MOST_ACCOUNTS) {
      sink.issue(
          ReadIssue.ofFile(
              "posts of more than " + MOST_ACCOUNTS + " pages or accounts",
              "the posts of a client's own",
              "Choose the client's pages in Meta Business Suite and export again."));
      return;
    }
    for (int i = 0; i < accounts.size(); i++) {
      String account = accounts.get(i);
      boolean isFirst = i == 0;
      TableWriter writer = sink.table(header(account));
      // Meta leaves out the last figures of posts that have none.
      table.read(
          forms.get(), settings, true, fields -> post(fields, account, isFirst, writer, sink));
    }
  }

  /** The accounts in the order of the file; one, if the user named it. */
  private List<String> accounts() throws IOException {
    if (settings.account().isPresent()) {
      return List.of(settings.account().get());
    }
    Set<String> accounts = new LinkedHashSet<>();
    table.eachRow(
        row -> {
          if (accounts.size() <= MOST_ACCOUNTS) {
            account(row).ifPresent(accounts::add);
          }
        });
    return accounts.isEmpty() ? List.of(network) : new ArrayList<>(accounts);
  }

  private Optional<String> account(Row row) {
    return Optional.of(row.cell(columns.index("account_name")).strip())
        .filter(name -> !name.isEmpty());
  }

  private TableHeader header(String account) {
    return values.header(table, Datasets.SOCIAL_POSTS, Grain.EVENT, account);
  }

  private void post(
      Fields fields, String account, boolean isFirst, TableWriter writer, FactSink sink) {
    Optional<String> owner =
        settings.account().isPresent() ? Optional.empty() : account(fields.row());
    if (owner.isPresent() ? !owner.get().equals(account) : !isFirst) {
      return;
    }
    if (fields.text("post_id") == null && fields.text("comment") != null && fields.isSound()) {
      sink.passedOver(fields.row().line(), "Meta could not say which post this is");
      return;
    }
    check(fields);
    values.write(fields, fields.required("published_at", fields.time("published_at")), writer);
  }

  private static void check(Fields fields) {
    fields.required("post_id", fields.text("post_id"));
    String date = fields.text("date");
    if (date != null && DateText.parse(date, DateOrder.MONTH_FIRST) != null) {
      fields.refuse(
          "date",
          "\"Lifetime\"",
          "The counters of single days do not add up to a post: export the lifetime figures.");
    }
  }
}
