package io.retainer.app.traces;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where this process tells what it does; to nobody unless a collector is set. */
public final class Traces {

  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Tracer SILENT = OpenTelemetry.noop().getTracer("retainer");

  private static volatile Tracer tracer = SILENT;

  private Traces() {}

  /**
   * Tells a collector from now on. One that is slow or away loses spans, and nobody waits for it.
   *
   * @param collector takes OTLP over HTTP, as {@code http://127.0.0.1:4318/v1/traces}; empty for
   *     nobody
   * @return ends it, after what is known was handed over
   */
  public static Telling to(Optional<URI> collector) {
    return collector.map(Traces::telling).orElse(() -> {});
  }

  private static Telling telling(URI collector) {
    return through(
        BatchSpanProcessor.builder(
                OtlpHttpSpanExporter.builder()
                    .setEndpoint(collector.toString())
                    .setTimeout(PATIENCE)
                    .build())
            .build());
  }

  static Telling through(SpanProcessor processor) {
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(processor)
            .setResource(
                Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "retainer")))
            .build();
    tracer = provider.get("retainer");
    return () -> {
      tracer = SILENT;
      provider.shutdown().join(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    };
  }

  /**
   * Something that was begun by itself, as by the clock. What is done until it ends is part of it.
   */
  public static Step begin(String what) {
    return new Step(tracer.spanBuilder(what).startSpan());
  }

  /** A request from outside: part of nothing, whatever its thread did before. */
  static Step beginAnswer(String method) {
    return new Step(
        tracer
            .spanBuilder(method)
            .setParent(Context.root())
            .setSpanKind(SpanKind.SERVER)
            .startSpan());
  }

  /**
   * A question to the facts that has just ended, on the thread that asked.
   *
   * @param what it was for, in words of the program
   */
  public static void asked(String what, Duration took, boolean isAnswered) {
    Instant end = Instant.now();
    var span =
        tracer
            .spanBuilder("facts")
            .setStartTimestamp(end.minus(took))
            .setAttribute("retainer.question", what)
            .startSpan();
    if (!isAnswered) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(end);
  }

  /** Until it is closed, a collector is told. */
  @FunctionalInterface
  public interface Telling extends AutoCloseable {

    @Override
    void close();
  }
}
