package io.retainer.app.destinations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.workspace.destinations.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Receivers that take a call and never come to an end. */
@Timeout(value = 25, unit = TimeUnit.SECONDS)
class CallTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final AtomicBoolean left = new AtomicBoolean();
  private ServerSocket server;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  /** Each byte of theirs comes well within the wait for a byte. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nX-",
        "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5"
      })
  void whoeverAnswersAByteAtATimeDoesNotHoldTheOtherReports(String beginning) throws Exception {
    var talking = new Thread(() -> drip(beginning), "slow receiver");
    talking.setDaemon(true);
    talking.start();
    var destination =
        new Destination(
            "crm",
            Destination.Kind.WEBHOOK,
            "http://127.0.0.1:" + server.getLocalPort(),
            Set.of(Destination.ALL),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            true);

    Outcome outcome =
        new Call(destination, "a secret of ours", PATIENCE)
            .post(
                URI.create(destination.target()),
                Map.of(),
                "{}",
                () -> left.set(true),
                answer -> new Outcome.Taken(answer.body()));

    assertThat(outcome).isInstanceOf(Outcome.Unclear.class);
    assertThat(left).as("it may have been taken").isTrue();
  }

  private void drip(String beginning) {
    try (Socket caller = server.accept();
        InputStream in = caller.getInputStream();
        OutputStream out = caller.getOutputStream()) {
      out.write(beginning.getBytes(StandardCharsets.US_ASCII));
      while (in.available() >= 0) {
        out.write('0');
        out.flush();
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      // The caller has had enough.
    }
  }
}
