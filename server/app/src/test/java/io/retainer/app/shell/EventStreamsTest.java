package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.EventStreams.Now;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a browser that looks on is sent. */
class EventStreamsTest {

  private static final Account KAI = new Account("1", "kai", Role.VIEWER);

  private final EventStreams streams = new EventStreams();
  private final LinkedBlockingQueue<String> sent = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private final AtomicInteger work = new AtomicInteger();
  private final AtomicReference<Optional<Account>> now = new AtomicReference<>(Optional.of(KAI));

  @AfterEach
  void close() {
    streams.close();
  }

  private void open() {
    var visit = new Visit(Optional.of(KAI), Language.EN, Visit.Theme.SYSTEM, "", "/", now::get);
    streams.open(
        visit,
        fake(SseEventSink.class),
        fake(Sse.class),
        () -> new Now(List.of("step " + work.incrementAndGet()), false));
  }

  private <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            EventStreamsTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "newEventBuilder" -> fake(OutboundSseEvent.Builder.class);
                  case "name", "mediaType", "reconnectDelay" -> proxy;
                  case "data" -> {
                    sent.add(arguments[1].toString());
                    yield proxy;
                  }
                  case "send" -> CompletableFuture.completedFuture(null);
                  case "close" -> {
                    closed.complete(null);
                    yield null;
                  }
                  case "isClosed" -> closed.isDone();
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> null;
                }));
  }

  @Test
  void whoseSessionWasEndedSeesNothingFurther() throws Exception {
    open();
    assertThat(sent.poll(60, TimeUnit.SECONDS)).contains("step 1");
    now.set(Optional.empty());
    closed.get(60, TimeUnit.SECONDS);

    int done = work.get();
    sent.clear();
    assertThat(sent.poll(1, TimeUnit.SECONDS)).isNull();
    assertThat(work.get()).isEqualTo(done);
  }

  @Test
  void whoMayLessThanBeforeHasToAskAgain() throws Exception {
    open();
    assertThat(sent.poll(60, TimeUnit.SECONDS)).contains("step 1");
    now.set(Optional.of(new Account("1", "kai", Role.STAKEHOLDER)));

    closed.get(60, TimeUnit.SECONDS);
  }
}
