package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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

  /** {@code "October, all campaigns (2026-10-01 - 2026-10-31)"}. */
  private static final Pattern API_TITLE =
      Pattern.compile(".*\\(\\d{4}-\\d\\d-\\d\\d - \\d{4}-\\d\\d-\\d\\d\\)");

  private static final Pattern CURRENCY = Pattern.compile("[(,]\\s*([^(),\\s]+)");

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "yandex-direct",
        "Yandex Direct",
        "Reads reports of \"Мастер отчётов\" and of the statistics pages, saved as CSV or XLSX, and"
            + " answers of the Reports API. Take the columns of impressions, clicks, cost and"
            + " conversions, group by day, and mind that cost is with VAT or without it as the page"
            + " was set.",
        List.of(
            "report wizard and statistics in Russian and English as CSV (UTF-8 or windows-1251) and"
                + " XLSX, known from public parsers; no genuine export was seen",
            "Reports API as TSV, with and without its title and summary, in units or in millionths"
                + " (told by the amounts), known from its documentation",
            "conversions of several goals are added, as the platform does; those of several"
                + " attribution models are not",
            "whether cost includes VAT is kept where headings or lines above the table say it"),
        List.of(Datasets.AD_PERFORMANCE.name()));
  }

  @Override
  protected String expected() {
    return "the headings of Yandex Direct, such as Кампания, Показы, Клики and Расход (руб.), or"
        + " CampaignName, Impressions, Clicks and Cost";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    Optional<Table> table = find(sheet, HEADINGS, NEEDED);
    if (table.isEmpty() || counted("other", table.get().columns().row()) > 0) {
      return Optional.empty();
    }
    Row row = table.get().columns().row();
    boolean isTitled =
        table.get().preamble().stream()
            .anyMatch(above -> API_TITLE.matcher(Periods.line(above)).matches());
    if (counted("api", row) > 0 || isTitled) {
      return Optional.of(new AdFind(table.get(), "answer of the Reports API"));
    }
    return counted("pages", row) > 0
        ? Optional.of(new AdFind(table.get(), "report of the pages"))
        : Optional.empty();
  }

  private static long counted(String key, Row row) {
    return row.cells().stream().filter(cell -> TELLING.matches(key, cell)).count();
  }

  @Override
  protected AdContext context(Table table, SourceFile file) throws IOException {
    List<Row> above = table.preamble().stream().filter(row -> !row.isBlank()).toList();
    Columns columns = table.columns();
    return AdContext.of(above.isEmpty() ? "" : Periods.line(above.get(0)))
        .about(Periods.above(above))
        .in(columns.has("cost") ? currency(columns.heading("cost")) : Optional.empty())
        .withVat(vat(columns, above))
        .withGoals(goals(columns))
        .inMicros(columns.has("cost") && counted("api", columns.row()) > 0 && isInMicros(table));
  }

  /** {@code Расход (руб., с НДС)}, {@code Расход, ₽}. */
  private static Optional<String> currency(String heading) {
    return CURRENCY
        .matcher(heading)
        .results()
        .flatMap(found -> Currencies.of(found.group(1)).stream())
        .findFirst();
  }

  private static Optional<Boolean> vat(Columns columns, List<Row> above) {
    String text =
        Stream.concat(
                Stream.of(columns.has("cost") ? columns.heading("cost") : ""),
                above.stream().map(Periods::line))
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    if (!text.contains("ндс") && !text.contains("vat")) {
      return Optional.empty();
    }
    return Optional.of(!text.matches("(?s).*(без|до|excl|without|not incl)[^;]{0,12}(ндс|vat).*"));
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
