package io.retainer.app.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;

/** What this process has done since it started. */
public final class Metrics {

  static final PrometheusRegistry REGISTRY = new PrometheusRegistry();

  /** By method, route as the API describes it, and status. */
  static final Histogram REQUESTS =
      Histogram.builder()
          .name("retainer_http_request_seconds")
          .help("Time from a request's arrival to its answer, without the sending of a file.")
          .unit(Unit.SECONDS)
          .classicUpperBounds(0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60)
          .classicOnly()
          .labelNames("method", "route", "status")
          .register(REGISTRY);

  private static final Histogram IMPORTS =
      Histogram.builder()
          .name("retainer_import_seconds")
          .help("Time to read, check and store the files that came together.")
          .unit(Unit.SECONDS)
          .classicUpperBounds(0.1, 0.5, 1, 5, 15, 60, 300, 1800)
          .classicOnly()
          .register(REGISTRY);

  private static final Counter FILES =
      Counter.builder()
          .name("retainer_imported_files_total")
          .help("Files by what became of them: accepted, partial, rejected, duplicate …")
          .labelNames("outcome")
          .register(REGISTRY);

  private static final Histogram RENDERINGS =
      Histogram.builder()
          .name("retainer_rendering_seconds")
          .help("Time to compute, lay out and check one report, by its end: ready or failed.")
          .unit(Unit.SECONDS)
          .classicUpperBounds(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120)
          .classicOnly()
          .labelNames("outcome")
          .register(REGISTRY);

  private static final Counter ATTEMPTS =
      Counter.builder()
          .name("retainer_mail_attempts_total")
          .help("Mails handed to a mail server, by its answer: taken, notnow, refused, unclear.")
          .labelNames("outcome")
          .register(REGISTRY);

  private Metrics() {}

  /**
   * @param nanos for all files of one intake
   */
  public static void imported(long nanos) {
    IMPORTS.observe(Unit.nanosToSeconds(nanos));
  }

  public static void file(String outcome) {
    FILES.labelValues(outcome).inc();
  }

  public static void rendered(boolean isReady, long nanos) {
    RENDERINGS.labelValues(isReady ? "ready" : "failed").observe(Unit.nanosToSeconds(nanos));
  }

  public static void mailAttempt(String outcome) {
    ATTEMPTS.labelValues(outcome).inc();
  }
}
