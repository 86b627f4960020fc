package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Yandex Direct: the report wizard and statistics of its pages, and its Reports API. */
public final class YandexDirect extends AdConnector {

  private static final Headings HEADINGS = Headings.load(YandexDirect.class, "yandex-headings.txt");
  private static final Headings TELLING = Headings.load(YandexDirect.class, "yandex-telling.txt");

  private static final List<List<String>> NEEDED =
      List.of(List.of("cost", "impressions", "clicks", "conversions"));

  /** Without any of these it is Yandex Webmaster's table of searches, which has positions too. */
  private static final List<String> SOLD =
      List.of("cost", "conversions", "campaign", "campaign_id", "ad_group", "ad_group_id", "ad_id");

  /** {@code "October, all campaigns (2026-10-01 - 2026-10-31)"}. */
  private static final Pattern API_TITLE =
      Pattern.compile(".*\\(\\d{4}-\\d\\d-\\d\\d - \\d{4}-\\d\\d-\\d\\d\\)");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("yandex-direct", "Yandex Direct")
        .about("Campaigns, groups, ads and keywords of Yandex Direct.")
        .export(
            "Мастер отчётов",
            "In the statistics choose the columns Показы, Клики, Расход and Конверсии, group by"
                + " days, and export as CSV or XLSX.")
        .export("Reports API", "The answer to a request, as TSV.")
        .layout("report wizard and statistics as CSV (UTF-8 or windows-1251)", Evidence.REPORTED)
        .layout("report wizard as XLSX", Evidence.SEEN)
        .layout("Reports API, with or without title and summary, in units", Evidence.DOCUMENTED)
        .layout("Reports API in millionths, told by the amounts", Evidence.DOCUMENTED)
        .fills(Datasets.AD_PERFORMANCE, "each line, by day where days are a column")
        .languages(Evidence.SEEN, "ru")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout("Конверсии", "Клики")
        .note("Conversions of several goals are added; of several attribution models they are not.")
        .note(
            "Whether cost includes VAT is kept where headings or lines above the table say it: mind"
                + " how the page was set.")
        .build();
  }

  @Override
  protected String expected() {
    return "the headings of Yandex Direct, such as Кампания, Показы, Клики and Расход (руб.), or"
        + " CampaignName, Impressions, Clicks and Cost";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    Optional<Table> table = find(sheet, HEADINGS, NEEDED);
    if (table.isEmpty()
        || counted(TELLING, "other", table.get().columns().row()) > 0
        || SOLD.stream().noneMatch(table.get().columns()::has)) {
      return Optional.empty();
    }
    Row row = table.get().columns().row();
    boolean isTitled =
        table.get().preamble().stream()
            .anyMatch(above -> API_TITLE.matcher(Periods.line(above)).matches());
    if (counted(TELLING, "api", row) > 0 || isTitled) {
      return Optional.of(new AdFind(table.get(), "answer of the Reports API"));
    }
    return counted(TELLING, "pages", row) > 0
        ? Optional.of(new AdFind(table.get(), "report of the pages"))
        : Optional.empty();
  }

  @Override
  protected AdContext context(Table table, SourceFile file) throws IOException {
    List<Row> above = table.preamble().stream().filter(row -> !row.isBlank()).toList();
    Columns columns = table.columns();
    return AdContext.of(above.isEmpty() ? "" : Periods.line(above.get(0)))
        .about(Periods.above(above))
        .in(
            columns.has("cost")
                ? AmountCurrency.inHeading(columns.heading("cost"))
                : Optional.empty())
        .withVat(vat(columns, above))
        .withGoals(goals(columns))
        .inMicros(
            columns.has("cost") && counted(TELLING, "api", columns.row()) > 0 && isInMicros(table));
  }

  private static Optional<Boolean> vat(Columns columns, List<Row> above) {
    String heading = columns.has("cost") ? columns.heading("cost") : "";
    return Vat.in(
        Stream.concat(Stream.of(heading), above.stream().map(Periods::line))
            .collect(Collectors.joining(" ")));
  }

  /** Goals as the API names them, {@code Conversions_1234_AUTO}, or as the pages do. */
  private static List<Integer> goals(Columns columns) {
    List<Integer> named =
        columns.indexes("conversions").stream()
            .filter(index -> columns.heading(index).endsWith(")"))
            .toList();
    if (!named.isEmpty()) {
      return named.size() == columns.indexes("conversions").size() ? named : List.of();
    }
    if (columns.has("conversions")) {
      return List.of();
    }
    List<Integer> ofApi =
        java.util.stream.IntStream.range(0, columns.size())
            .filter(index -> columns.heading(index).matches("(?i)Conversions_\\d+_\\w+"))
            .boxed()
            .toList();
    long models =
        ofApi.stream()
            .map(index -> columns.heading(index).replaceFirst("(?i)Conversions_\\d+_", ""))
            .distinct()
            .count();
    return models == 1 ? ofApi : List.of();
  }

  /** Without a fraction, and every amount whole kopecks: amounts in units have two decimals. */
  private static boolean isInMicros(Table table) throws IOException {
    int cost = table.columns().index("cost");
    long[] seen = new long[2];
    table.eachRow(
        row -> {
          String cell = row.cell(cost).strip();
          if (cell.matches("\\d+0{4}")) {
            seen[0]++;
          } else if (cell.matches(".*\\d.*") && !cell.matches("0+") && row.width() > 1) {
            seen[1]++;
          }
        });
    return seen[0] > 0 && seen[1] == 0;
  }
}
