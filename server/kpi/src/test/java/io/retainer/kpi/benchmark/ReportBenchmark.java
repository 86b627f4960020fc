package io.retainer.kpi.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.KpiEngine;
import io.retainer.kpi.KpiLibrary;
import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.warehouse.Warehouse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Forty KPIs over three months and twelve weeks, each month by channel too. Run by name with {@code
 * -Drows=10000000}; no part of the build's tests.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 5, time = 4)
@State(Scope.Benchmark)
public class ReportBenchmark {

  private static final Client CLIENT = Agency.client(0);

  @Param("")
  public String folder;

  @Param("1")
  public int clients;

  private Warehouse warehouse;
  private Kpis kpis;
  private ByHand byHand;

  /** From the scripts to the values. */
  @Benchmark
  public Map<String, BigDecimal> planned() {
    return values(kpis());
  }

  @Benchmark
  public Map<String, BigDecimal> byHandTogether() throws SQLException {
    return byHand().together();
  }

  @Benchmark
  public Map<String, BigDecimal> byHandOneByOne() throws SQLException {
    return byHand().oneByOne();
  }

  private Kpis kpis() {
    if (kpis == null) {
      warehouse = Warehouse.open(facts());
      kpis =
          new KpiEngine(
              KpiLibrary.open(
                  List.of(Path.of(folder, "scripts")), Path.of(folder, "last-good-" + clients)),
              warehouse);
    }
    return kpis;
  }

  private ByHand byHand() throws SQLException {
    if (byHand == null) {
      byHand = new ByHand(facts(), CLIENT.id().value());
    }
    return byHand;
  }

  private Path facts() {
    return Path.of(folder, "facts-" + clients + ".duckdb");
  }

  @TearDown
  public void close() throws SQLException {
    if (warehouse != null) {
      warehouse.close();
    }
    if (byHand != null) {
      byHand.close();
    }
  }

  static Map<String, BigDecimal> values(Kpis any) {
    Kpis kpis = any.foreseeing(CLIENT, FortyKpis.asks());
    List<KpiId> ids = FortyKpis.ids();
    Map<String, BigDecimal> values = new HashMap<>();
    List<KpiFigure> figures = kpis.figures(CLIENT, FortyKpis.COMPARED, ids);
    List<List<KpiValue>> trend = kpis.trend(CLIENT, ids, FortyKpis.WEEKS);
    for (int i = 0; i < ids.size(); i++) {
      List<KpiValue> all = new ArrayList<>();
      KpiFigure figure = figures.get(i);
      all.add(figure.current());
      figure.compared().forEach(compared -> all.add(compared.value()));
      all.addAll(trend.get(i));
      for (int s = 0; s < all.size(); s++) {
        put(values, i, s, "", all.get(s));
      }
    }
    List<io.retainer.model.time.Period> months =
        List.of(FortyKpis.OCTOBER, FortyKpis.OCTOBER.previous(), FortyKpis.OCTOBER.sameLastYear());
    for (int s = 0; s < months.size(); s++) {
      Kpis.Breakdown byChannel = kpis.breakdown(CLIENT, months.get(s), ids, "channel", 100);
      for (Kpis.Group group : byChannel.groups()) {
        for (int i = 0; i < ids.size(); i++) {
          put(values, i, s, group.name(), group.values().get(i));
        }
      }
    }
    return values;
  }

  private static void put(
      Map<String, BigDecimal> values, int kpi, int span, String channel, KpiValue value) {
    int formulas = FortyKpis.FORMULAS.size();
    value
        .value()
        .ifPresent(
            number ->
                values.put(
                    kpi / formulas + "|" + kpi % formulas + "|" + span + "|" + channel, number));
  }

  @Test
  void measures(@TempDir Path temporary) throws Exception {
    long rows = Long.getLong("rows", 10_000_000);
    String clients = System.getProperty("clients", "1,50");
    FortyKpis.into(temporary.resolve("scripts"));
    for (String count : clients.split(",")) {
      prepare(rows, Integer.parseInt(count), temporary);
    }
    var options =
        new OptionsBuilder()
            .include(
                getClass().getName() + "\\." + System.getProperty("only", "(planned|byHand.*)"))
            .param("folder", temporary.toString())
            .param("clients", clients.split(","))
            .addProfiler(ProcessCost.class)
            .build();
    report(rows, new Runner(options).run());
  }

  /** Fills the facts, and makes sure that all ways lead to the same values. */
  private static void prepare(long rows, int clients, Path folder)
      throws SQLException, IOException {
    ReportBenchmark one = new ReportBenchmark();
    one.folder = folder.toString();
    one.clients = clients;
    new Agency(rows, clients).into(one.facts());
    System.out.printf(
        Locale.ROOT,
        "%,d rows of %d clients: %,d MB%n",
        rows,
        clients,
        Files.size(one.facts()) >> 20);
    Map<String, BigDecimal> planned = plain(one.planned());
    one.close();
    try (ByHand byHand = new ByHand(one.facts(), CLIENT.id().value())) {
      Map<String, BigDecimal> together = plain(byHand.together());
      assertThat(together).hasSizeGreaterThan(FortyKpis.ids().size() * 15);
      // A channel that a KPI leaves out has a zero there, which nobody writes by hand.
      planned
          .entrySet()
          .removeIf(e -> !together.containsKey(e.getKey()) && e.getValue().signum() == 0);
      assertThat(planned.keySet()).isEqualTo(together.keySet());
      assertThat(planned).isEqualTo(together);
      assertThat(plain(byHand.oneByOne())).isEqualTo(together);
    }
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> values) {
    Map<String, BigDecimal> plain = new HashMap<>();
    values.forEach(
        (place, value) ->
            plain.put(place, value.round(new java.math.MathContext(20)).stripTrailingZeros()));
    return plain;
  }

  private static void report(long rows, Iterable<RunResult> results) throws RunnerException {
    for (RunResult result : results) {
      System.out.printf(
          Locale.ROOT,
          "%,d rows, one of %s clients, %s: %.0f ms, %.0f ms of CPU, %.0f MB resident at most%n",
          rows,
          result.getParams().getParam("clients"),
          result.getPrimaryResult().getLabel(),
          result.getPrimaryResult().getScore(),
          result.getSecondaryResults().get("cpu").getScore(),
          result.getSecondaryResults().get("resident").getScore());
    }
  }
}
