package io.retainer.app.shell;

import io.retainer.workspace.ClientScope;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells browsers how far long work is, as server-sent events, for as long as they look: {@code
 * progress} with a JSON list of lines whenever they changed, {@code done} at the end. A stream
 * lasts a minute; the browser then asks again, and so is let in again. Whoever is not in any more,
 * or may something else than before, is shown nothing further.
 */
public final class EventStreams implements AutoCloseable {

  private static final int MOST = 200;
  private static final int THREADS = 2;
  private static final long EVERY_MILLIS = 400;
  private static final int LOOKS = (int) (60_000 / EVERY_MILLIS);

  private final Set<SseEventSink> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(THREADS, EventStreams::named);

  /**
   * How far the work is at this moment.
   *
   * @param lines as people read them
   */
  public record Now(List<String> lines, boolean isOver) {}

  private static Thread named(Runnable task) {
    var thread = new Thread(task, "retainer-events");
    thread.setDaemon(true);
    thread.setContextClassLoader(EventStreams.class.getClassLoader());
    return thread;
  }

  /**
   * Begins a stream.
   *
   * @param visit of who looks; the work is asked as they may ask it
   * @throws Problem when too many look already; the page still looks again by itself
   */
  public void open(Visit visit, SseEventSink sink, Sse sse, Supplier<Now> work) {
    if (open.size() >= MOST) {
      throw Problem.tooMany("Too many pages look on already. Load the page again to see more.");
    }
    open.add(sink);
    new Stream(visit, sink, sse, work).begin();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    open.forEach(EventStreams::end);
  }

  private static void end(SseEventSink sink) {
    try {
      sink.close();
    } catch (RuntimeException gone) {
      // The browser was faster.
    }
  }

  /** One browser that looks on. */
  private final class Stream implements Runnable {

    private final Visit visit;
    private final SseEventSink sink;
    private final Sse sse;
    private final Supplier<Now> work;
    private ScheduledFuture<?> ticking;
    private List<String> last = List.of();
    private int looks;

    Stream(Visit visit, SseEventSink sink, Sse sse, Supplier<Now> work) {
      this.visit = visit;
      this.sink = sink;
      this.sse = sse;
      this.work = work;
    }

    synchronized void begin() {
      ticking = threads.scheduleWithFixedDelay(this, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void run() {
      try {
        if (!visit.isStillIn()) {
          leave();
          return;
        }
        visit.account().ifPresent(who -> who.scope().enter());
        Now now = work.get();
        if (!now.lines().equals(last)) {
          last = now.lines();
          send("progress", Json.text(Json.array(last, Json::text)));
        }
        if (now.isOver()) {
          send("done", "{}");
        }
        if (now.isOver() || sink.isClosed() || ++looks > LOOKS) {
          leave();
        }
      } catch (RuntimeException gone) {
        leave();
      } finally {
        ClientScope.leave();
      }
    }

    private void send(String name, String data) {
      OutboundSseEvent event =
          sse.newEventBuilder()
              .name(name)
              .mediaType(MediaType.TEXT_PLAIN_TYPE)
              .data(String.class, data)
              .reconnectDelay(1000)
              .build();
      sink.send(event).exceptionally(gone -> null);
    }

    private void leave() {
      ticking.cancel(false);
      open.remove(sink);
      end(sink);
    }
  }
}
