package io.retainer.connector.seo;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keywords of a site with one position each. A keyword for which several pages of the site are
 * found stands in the table several times; its best place counts.
 */
final class RankTable {

  private static final String ORGANIC = "organic";

  private static final Set<String> OF_GOOGLE = Set.of("Ahrefs", "Semrush");

  /** Columns of the dataset by the key that must be there; the locale may have another. */
  private static final Map<String, String> TEXTS =
      new TreeMap<>(Map.of("device", "device", "group_name", "tags"));

  private final SeoExport export;
  private final Table table;
  private final Map<String, Place> best = new HashMap<>();
  private final Set<String> locales = new HashSet<>();
  private final Set<String> engines = new HashSet<>();
  private final Set<String> domains = new HashSet<>();
  private boolean knowsTypes;
  private LocalDate latest;
  private String site;

  private record Place(long line, BigDecimal position) {}

  RankTable(SeoExport export) {
    this.export = export;
    this.table = export.table();
  }

  void read() throws IOException {
    Optional<Forms> forms =
        export.forms(
            List.of("updated"),
            List.of("search_volume"),
            List.of("position", "traffic", "difficulty"));
    if (forms.isEmpty()) {
      return;
    }
    table.eachRow(row -> knowsTypes |= isOrganic(row.cell(table.columns().index("type"))));
    export.each(forms.get(), this::look);
    Optional<LocalDate> day = export.day(latest);
    if (day.isPresent()) {
      TableWriter writer = export.sink().table(header());
      export.each(forms.get(), fields -> keyword(fields, day.get(), writer));
    }
  }

  private static boolean isOrganic(String type) {
    return type.strip().equalsIgnoreCase(ORGANIC);
  }

  private void look(Fields fields) {
    String url = fields.text("url");
    site = site == null && url != null ? Site.in(url).orElse(null) : site;
    String locale = locale(fields);
    several(locales, locale);
    several(engines, fields.text("engine"));
    several(domains, fields.text("domain"));
    BigDecimal position = Ranks.place(fields);
    if (isRead(fields) && fields.isSound()) {
      best.merge(
          key(fields),
          new Place(fields.row().line(), position),
          (one, other) -> isBetter(other.position(), one.position()) ? other : one);
    }
    LocalDate updated = fields.day("updated");
    latest = updated != null && (latest == null || updated.isAfter(latest)) ? updated : latest;
  }

  /** Whether there are several is all that matters. */
  private static void several(Set<String> seen, String value) {
    if (seen.size() < 2 && value != null) {
      seen.add(value);
    }
  }

  private static boolean isBetter(BigDecimal position, BigDecimal than) {
    return position != null && (than == null || position.compareTo(than) < 0);
  }

  /** Where the results were seen: a tracker's town, else the country by its code. */
  private static String locale(Fields fields) {
    String country = fields.text("country");
    String place = fields.text("location");
    boolean isTown = place != null && (country == null || fields.columns().has("tags"));
    return isTown || country == null ? place : country.toUpperCase(Locale.ROOT);
  }

  private static String key(Fields fields) {
    return Stream.of(
            fields.text("keyword"),
            locale(fields),
            fields.text("device"),
            fields.text("engine"),
            fields.text("domain"))
        .map(String::valueOf)
        .collect(Collectors.joining("\u0000"));
  }

  /** Semrush lists the places in boxes of the results beside those among the results. */
  private boolean isRead(Fields fields) {
    return !knowsTypes || isOrganic(fields.row().cell(fields.columns().index("type")));
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("keyword", "engine", "domain"));
    if (export.has("location") || export.has("country")) {
      columns.add("locale");
    }
    TEXTS.forEach(
        (column, key) -> {
          if (export.has(key)) {
            columns.add(column);
          }
        });
    columns.add("url");
    columns.add("position");
    for (String measure : List.of("search_volume", "difficulty", "estimated_traffic")) {
      if (export.has(measure.equals("estimated_traffic") ? "traffic" : measure)) {
        columns.add(measure);
      }
    }
    return columns;
  }

  private TableHeader header() {
    List<String> columns = columns();
    Set<String> cut = new HashSet<>(Set.of("keyword"));
    List.of("locale", "device").stream().filter(columns::contains).forEach(cut::add);
    if (engines.size() > 1) {
      cut.add("engine");
    }
    if (domains.size() > 1) {
      cut.add("domain");
    }
    return new TableHeader(
        table.sheet().name(),
        Datasets.RANKINGS,
        columns,
        cut,
        Grain.SNAPSHOT,
        true,
        Optional.empty(),
        account(),
        Optional.empty());
  }

  /** Exports of two countries are two accounts: their positions never mix. */
  private String account() {
    String name =
        export
            .settings()
            .account()
            .or(() -> Optional.ofNullable(site))
            .or(() -> Site.inFileName(export.fileName()))
            .orElse(export.provider());
    return locales.size() == 1 ? name + ", " + locales.iterator().next() : name;
  }

  private void keyword(Fields fields, LocalDate day, TableWriter writer) {
    long line = fields.row().line();
    if (!isRead(fields)) {
      export.sink().passedOver(line, "a place in a box of the results, not among them");
      return;
    }
    BigDecimal position = Ranks.place(fields);
    if (position == null && !export.has("tags") && fields.isSound()) {
      export.sink().passedOver(line, "a keyword the site is no longer found for");
      return;
    }
    fields.required("keyword", fields.text("keyword"));
    Object[] values = columns().stream().map(column -> value(fields, column, position)).toArray();
    if (!fields.isSound()) {
      fields.rejectTo(writer);
    } else if (best.get(key(fields)).line() == line) {
      writer.row(line, DateSpan.ofDay(day), values);
    } else {
      export.sink().passedOver(line, "another page for a keyword, with no better place");
    }
  }

  /** Some tools look at one engine only; the others say which, or nobody knows. */
  private String engine(Fields fields) {
    String named = fields.text("engine");
    return named != null || !OF_GOOGLE.contains(export.provider()) ? named : "Google";
  }

  private Object value(Fields fields, String column, BigDecimal position) {
    return switch (column) {
      case "position" -> position;
      case "locale" -> locale(fields);
      case "engine" -> engine(fields);
      case "domain" ->
          Optional.ofNullable(fields.text("domain"))
              .or(() -> Optional.ofNullable(site))
              .orElse(null);
      case "search_volume" -> fields.measured(row -> row.count("search_volume"));
      case "difficulty" -> fields.measured(row -> row.decimal("difficulty"));
      case "estimated_traffic" -> fields.measured(row -> row.decimal("traffic"));
      default -> fields.text(TEXTS.getOrDefault(column, column));
    };
  }
}
