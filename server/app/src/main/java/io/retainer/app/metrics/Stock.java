package io.retainer.app.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.retainer.warehouse.Workload;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What there is at the moment of a look: reports, mails and times of schedules by state. */
public final class Stock {

  private static final Map<String, String> TABLES =
      Map.of(
          "runs", "report_run",
          "deliveries", "delivery",
          "occurrences", "occurrence");

  private final Supplier<Jdbi> state;
  private final Supplier<Workload> workload;
  private final IntSupplier late;
  private final Map<String, Gauge> byState =
      Map.of(
          "runs", gauge("runs", "Reports that were asked for, by state."),
          "deliveries", gauge("deliveries", "Mails by state; unknown ones wait for a person."),
          "occurrences", gauge("occurrences", "Times of schedules by state."));

  /**
   * @param late how many schedules or steps are later than they may be
   */
  public Stock(Supplier<Jdbi> state, Supplier<Workload> workload, IntSupplier late) {
    this.state = state;
    this.workload = workload;
    this.late = late;
  }

  private static Gauge gauge(String what, String help) {
    return Gauge.builder().name("retainer_" + what).help(help).labelNames("state").build();
  }

  void register(PrometheusRegistry registry) {
    byState.values().forEach(registry::register);
    GaugeWithCallback.builder()
        .name("retainer_late")
        .help("Times of schedules and steps of runs that are more than half an hour late.")
        .callback(gauge -> gauge.call(late.getAsInt()))
        .register(registry);
    CounterWithCallback.builder()
        .name("retainer_fact_questions_total")
        .help("Questions that the facts were asked, by whether they were answered.")
        .labelNames("outcome")
        .callback(
            counter -> {
              counter.call(workload.get().answered(), "answered");
              counter.call(workload.get().failed(), "failed");
            })
        .register(registry);
    CounterWithCallback.builder()
        .name("retainer_fact_question_seconds_total")
        .help("Time that threads have waited for these answers.")
        .callback(counter -> counter.call(workload.get().time().toNanos() / 1e9))
        .register(registry);
  }

  /** Counts anew. */
  void look() {
    TABLES.forEach(
        (what, table) -> {
          Gauge gauge = byState.get(what);
          gauge.clear();
          state
              .get()
              .useHandle(
                  handle ->
                      handle
                          .createQuery(
                              "select state, count(*) as n from " + table + " group by state")
                          .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                          .forEach(each -> gauge.labelValues(each.getKey()).set(each.getValue())));
        });
  }
}
