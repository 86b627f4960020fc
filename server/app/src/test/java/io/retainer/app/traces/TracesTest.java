package io.retainer.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a collector is told. */
class TracesTest {

  private final InMemorySpanExporter told = InMemorySpanExporter.create();

  private Traces.Telling telling() {
    return Traces.through(SimpleSpanProcessor.create(told));
  }

  private SpanData span(String name) {
    return told.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aQuestionIsPartOfWhatAskedItAndLastedAsLongAsItTook() {
    Traces.Telling telling = telling();
    try (Step report = Traces.begin("report").with("retainer.run", "r1")) {
      Traces.asked("measure KPIs", Duration.ofMillis(300), false);
      report.failed();
    }

    SpanData question = span("facts");
    assertThat(question.getParentSpanId()).isEqualTo(span("report").getSpanId());
    assertThat(question.getEndEpochNanos() - question.getStartEpochNanos())
        .isEqualTo(Duration.ofMillis(300).toNanos());
    assertThat(question.getAttributes().get(AttributeKey.stringKey("retainer.question")))
        .isEqualTo("measure KPIs");
    assertThat(question.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span("report").getAttributes().get(AttributeKey.stringKey("retainer.run")))
        .isEqualTo("r1");
    assertThat(span("report").getResource().getAttribute(AttributeKey.stringKey("service.name")))
        .isEqualTo("retainer");
    telling.close();
  }

  @Test
  void anAnswerIsPartOfNothingThatItsThreadDidBefore() {
    Traces.Telling telling = telling();
    try (Step leftOpen = Traces.begin("report");
        Step answer = Traces.beginAnswer("GET /")) {
      leftOpen.with("retainer.run", "r1");
      answer.with("http.route", "/");
    }

    assertThat(span("GET /").getParentSpanId()).isEqualTo(SpanId.getInvalid());
    telling.close();
  }

  @Test
  void nobodyWaitsForACollectorThatIsNotSetOrAwayOrDoesNotAnswer() throws IOException {
    try (var deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      for (Optional<URI> collector :
          List.of(Optional.<URI>empty(), at(9), at(deaf.getLocalPort()))) {
        Traces.Telling telling = Traces.to(collector);
        long begin = System.nanoTime();
        for (int i = 0; i < 5000; i++) {
          Traces.begin("import").close();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Traces.PATIENCE);
        telling.close();
      }
    }
  }

  private static Optional<URI> at(int port) {
    return Optional.of(URI.create("http://127.0.0.1:" + port + "/v1/traces"));
  }
}
