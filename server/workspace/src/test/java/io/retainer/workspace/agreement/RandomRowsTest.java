package io.retainer.workspace.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.KpiEngine;
import io.retainer.kpi.KpiLibrary;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiTable;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Period;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random orders, deals and sessions: every KPI of the words' own scripts has the same value from
 * SQL as from plain Java, for several periods and by every dimension.
 */
class RandomRowsTest {

  private static final Path SCRIPTS =
      Path.of("..", "kpi", "src", "test", "resources", "words").toAbsolutePath();
  private static final DateSpan COVERED =
      DateSpan.ofDays(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 11, 30));
  private static final List<DateSpan> PERIODS =
      List.of(
          Period.parse("2026-10").span(),
          Period.parse("2026-W43").span(),
          Period.parse("2026-Q3").span(),
          DateSpan.ofDays(LocalDate.of(2026, 8, 17), LocalDate.of(2026, 9, 2)),
          Period.parse("2026-06").span());

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ordersOfCustomers(long seed) {
    agree(Datasets.ORDERS, orders(new Random(seed)));
  }

  @ParameterizedTest
  @ValueSource(longs = {8, 9})
  void ordersInSeveralCurrencies(long seed) {
    Random random = new Random(seed);
    List<Map<String, Object>> orders = orders(random);
    orders.forEach(order -> order.put("currency", any(random, "EUR", "EUR", "USD")));
    agree(Datasets.ORDERS, orders);
  }

  /** Search engines that say nothing of anonymised queries have no column for them. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void queries(boolean areFlagged) {
    agree(Datasets.SEARCH_QUERIES, queries(new Random(10), areFlagged));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5})
  void deals(long seed) {
    agree(Datasets.named("deals"), deals(new Random(seed)));
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void sessions(long seed) {
    agree(Datasets.WEB_TRAFFIC, sessions(new Random(seed)));
  }

  /** Networks and search engines stop being read for weeks, and begin again. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void profiles(long seed) {
    agree(Datasets.SOCIAL_ACCOUNTS, networks(new Random(seed)));
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14})
  void checks(long seed) {
    agree(Datasets.RANKINGS, checks(new Random(seed)));
  }

  private void agree(Dataset dataset, List<Map<String, Object>> rows) {
    rows.sort(java.util.Comparator.comparing(row -> (LocalDate) row.get("day")));
    KpiLibrary library = KpiLibrary.open(List.of(SCRIPTS), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
    try (TwoSources sources = TwoSources.of(folder, dataset, rows, COVERED)) {
      Kpis sql = new KpiEngine(library, sources.warehouse());
      Kpis java = new KpiEngine(library, sources.rows());
      List<KpiId> ids =
          sql.catalogue().stream()
              .filter(kpi -> kpi.dataset().equals(dataset.name()))
              .map(KpiDescriptor::id)
              .toList();
      assertThat(ids).isNotEmpty();
      assertThat(trend(sql, ids)).isEqualTo(trend(java, ids));
      for (KpiDescriptor kpi : sql.catalogue()) {
        for (String dimension : ids.contains(kpi.id()) ? kpi.dimensions() : List.<String>of()) {
          assertThat(breakdown(sql, kpi.id(), dimension))
              .as("%s by %s", kpi.id(), dimension)
              .isEqualTo(breakdown(java, kpi.id(), dimension));
        }
      }
    }
  }

  private static Map<String, List<String>> trend(Kpis kpis, List<KpiId> ids) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    List<List<KpiValue>> values = kpis.trend(TwoSources.ACME, ids, PERIODS);
    for (int i = 0; i < ids.size(); i++) {
      found.put(ids.get(i).value(), values.get(i).stream().map(RandomRowsTest::text).toList());
    }
    return found;
  }

  private static List<String> breakdown(Kpis kpis, KpiId id, String dimension) {
    Kpis.Breakdown breakdown =
        kpis.breakdown(TwoSources.ACME, Period.parse("2026-10"), List.of(id), dimension, 2);
    List<String> lines = new ArrayList<>();
    breakdown.groups().forEach(g -> lines.add(g.name() + "=" + text(g.values().get(0))));
    breakdown.other().ifPresent(g -> lines.add("other=" + text(g.values().get(0))));
    lines.add("total=" + text(breakdown.total().values().get(0)));
    return lines;
  }

  private static String text(KpiValue value) {
    String number = value.value().map(RandomRowsTest::text).orElse("");
    String reason = value.reason().map(why -> " " + why.code() + why.arguments()).orElse("");
    return value.status().word()
        + " "
        + number
        + (value.status() == KpiValue.Status.NOT_COMPUTABLE ? "" : reason)
        + value.table().map(table -> " " + text(table)).orElse("");
  }

  private static String text(KpiTable table) {
    return table.columns()
        + table.rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> cell instanceof BigDecimal of ? text(of) : "" + cell)
                        .toList())
            .toList()
            .toString();
  }

  private static String text(BigDecimal number) {
    return number
        .setScale(9, RoundingMode.HALF_EVEN)
        .round(MathContext.DECIMAL64)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static List<Map<String, Object>> orders(Random random) {
    List<Map<String, Object>> orders = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      Map<String, Object> order = new HashMap<>();
      LocalDate day = COVERED.start().plusDays(random.nextInt(214));
      order.put("day", day);
      order.put("order_id", "o" + i);
      order.put("customer_key", random.nextInt(8) == 0 ? null : "c" + random.nextInt(90));
      order.put("status", List.of("placed", "placed", "cancelled").get(random.nextInt(3)));
      order.put("channel", any(random, "ads", "email", "social", null));
      order.put("country", any(random, "FI", "SE", "DE"));
      order.put("ordered_at", day.atTime(random.nextInt(24), random.nextInt(60)));
      order.put(
          "total",
          switch (random.nextInt(18)) {
            case 0 -> null;
            case 1 -> Suppressed.unstated();
            default -> BigDecimal.valueOf(random.nextInt(20_000), 2);
          });
      order.put("currency", "EUR");
      order.put("items", BigDecimal.valueOf(random.nextInt(5)));
      orders.add(order);
    }
    return orders;
  }

  private static List<Map<String, Object>> deals(Random random) {
    List<Map<String, Object>> deals = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Map<String, Object> deal = new HashMap<>();
      LocalDateTime created =
          COVERED.start().plusDays(random.nextInt(214)).atTime(random.nextInt(24), 30);
      deal.put("day", created.toLocalDate());
      deal.put("deal_id", "d" + i);
      deal.put("created_at", created);
      deal.put("closed_at", random.nextBoolean() ? created.plusHours(random.nextInt(3000)) : null);
      deal.put("status", any(random, "won", "won", "lost", "open"));
      deal.put("amount", BigDecimal.valueOf(random.nextInt(900_000), 2));
      deals.add(deal);
    }
    return deals;
  }

  private static List<Map<String, Object>> sessions(Random random) {
    List<Map<String, Object>> sessions = new ArrayList<>();
    for (LocalDate day = COVERED.start(); COVERED.contains(day); day = day.plusDays(1)) {
      for (String channel : List.of("ads", "email", "social", "direct")) {
        Map<String, Object> row = new HashMap<>();
        row.put("day", day);
        row.put("channel", channel);
        row.put(
            "sessions",
            random.nextInt(60) == 0
                ? Suppressed.below(BigDecimal.TEN)
                : BigDecimal.valueOf(random.nextInt(500)));
        sessions.add(row);
      }
    }
    return sessions;
  }

  private static List<Map<String, Object>> networks(Random random) {
    List<Map<String, Object>> profiles = new ArrayList<>();
    for (String network : List.of("facebook", "instagram", "tiktok")) {
      boolean isRead = true;
      for (LocalDate day = COVERED.start(); COVERED.contains(day); day = day.plusDays(1)) {
        isRead = network.equals("facebook") || isRead == (random.nextInt(20) > 0);
        if (isRead) {
          Map<String, Object> row = new HashMap<>();
          row.put("day", day);
          row.put("network", network);
          row.put(
              "followers",
              random.nextInt(10) == 0 ? null : BigDecimal.valueOf(random.nextInt(900)));
          profiles.add(row);
        }
      }
    }
    return profiles;
  }

  private static List<Map<String, Object>> checks(Random random) {
    List<Map<String, Object>> checks = new ArrayList<>();
    for (String engine : List.of("google", "yandex", "bing")) {
      boolean isChecked = true;
      for (LocalDate day = COVERED.start(); COVERED.contains(day); day = day.plusDays(1)) {
        isChecked = engine.equals("google") || isChecked == (random.nextInt(20) > 0);
        for (String keyword : isChecked ? List.of("tent", "map", "boots") : List.<String>of()) {
          if (random.nextInt(4) > 0 || engine.equals("google")) {
            Map<String, Object> row = new HashMap<>();
            row.put("day", day);
            row.put("engine", engine);
            row.put("keyword", keyword);
            row.put("group_name", any(random, "brand", "other", null));
            row.put(
                "position", random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(40)));
            checks.add(row);
          }
        }
      }
    }
    return checks;
  }

  private static List<Map<String, Object>> queries(Random random, boolean areFlagged) {
    List<Map<String, Object>> queries = new ArrayList<>();
    for (LocalDate day = COVERED.start(); COVERED.contains(day); day = day.plusDays(1)) {
      for (String query : List.of("nordic tents", "tent", "map")) {
        Map<String, Object> row = new HashMap<>();
        row.put("day", day);
        row.put("query", query);
        row.put("clicks", BigDecimal.valueOf(random.nextInt(50)));
        if (areFlagged) {
          row.put("is_anonymised", List.of(true, false).get(random.nextInt(2)));
        }
        queries.add(row);
      }
    }
    return queries;
  }

  private static String any(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }
}
