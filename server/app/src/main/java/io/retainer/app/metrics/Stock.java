package io.retainer.app.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.retainer.warehouse.Workload;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What there is at the moment of a look: reports, mails and times of schedules by state. What is
 * done for good is most of it and grows for years, so it is counted less often than what waits.
 */
public final class Stock {

  /** How old the number of what is done may be. */
  static final Duration PILE_LASTS = Duration.ofMinutes(5);

  /**
   * @param pile the state in which rows stay
   * @param waiting all other states
   */
  private record Kind(String table, String pile, List<String> waiting, Gauge gauge) {

    static Kind of(String what, String table, String help, String pile, String... waiting) {
      return new Kind(
          table,
          pile,
          List.of(waiting),
          Stock.gauge(what, help + " Those %s, within 5 minutes.".formatted(pile)));
    }
  }

  private final Supplier<Jdbi> state;
  private final Supplier<Workload> workload;
  private final IntSupplier late;
  private final Supplier<Map<String, Long>> open;
  private final Clock clock;
  private final Map<Kind, Long> piles = new HashMap<>();
  private Instant piled = Instant.MIN;
  private final List<Kind> kinds =
      List.of(
          Kind.of(
              "runs",
              "report_run",
              "Reports that were asked for, by state.",
              "ready",
              "queued",
              "running",
              "failed"),
          Kind.of(
              "deliveries",
              "delivery",
              "Mails by state; unknown ones wait for a person.",
              "sent",
              "queued",
              "sending",
              "failed",
              "bounced",
              "unknown",
              "replaced"),
          Kind.of(
              "occurrences",
              "occurrence",
              "Times of schedules by state.",
              "sent",
              "planned",
              "rendering",
              "review",
              "rendered",
              "failed",
              "held",
              "rejected",
              "skipped"));

  /**
   * @param late how many schedules or steps are later than they may be
   * @param open how many things wait for a person, by what they are
   */
  public Stock(
      Supplier<Jdbi> state,
      Supplier<Workload> workload,
      IntSupplier late,
      Supplier<Map<String, Long>> open,
      Clock clock) {
    this.open = open;
    this.state = state;
    this.workload = workload;
    this.late = late;
    this.clock = clock;
  }

  private static Gauge gauge(String what, String help) {
    return Gauge.builder().name("retainer_" + what).help(help).labelNames("state").build();
  }

  void register(PrometheusRegistry registry) {
    kinds.forEach(kind -> registry.register(kind.gauge()));
    GaugeWithCallback.builder()
        .name("retainer_late")
        .help(
            "Times of schedules, steps of runs and decisions that are late, and reports given up that nobody has decided about.")
        .callback(gauge -> gauge.call(late.getAsInt()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("retainer_open")
        .help(
            "What waits for a person: mails that failed, bounced or are unknown, reports that are"
                + " held or under review. Without what was stopped, left out or replaced.")
        .labelNames("what")
        .callback(gauge -> open.get().forEach((what, count) -> gauge.call(count, what)))
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
    state.get().useHandle(this::look);
  }

  private void look(Handle handle) {
    Instant now = clock.instant();
    boolean isOld = piled.isBefore(now.minus(PILE_LASTS));
    for (Kind kind : kinds) {
      if (isOld) {
        piles.put(kind, pile(handle, kind));
      }
      kind.gauge().clear();
      kind.gauge().labelValues(kind.pile()).set(piles.get(kind));
      handle
          .createQuery(waiting(kind.table()))
          .bindList("states", kind.waiting())
          .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
          .forEach(each -> kind.gauge().labelValues(each.getKey()).set(each.getValue()));
    }
    piled = isOld ? now : piled;
  }

  /** By the index on the state, state for state: rows of the pile are not touched. */
  static String waiting(String table) {
    return "select state, count(*) from " + table + " where state in (<states>) group by state";
  }

  private static long pile(Handle handle, Kind kind) {
    return handle
        .createQuery("select count(*) from " + kind.table() + " where state = :pile")
        .bind("pile", kind.pile())
        .mapTo(Long.class)
        .one();
  }
}
