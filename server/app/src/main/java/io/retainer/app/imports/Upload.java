package io.retainer.app.imports;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.imports.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Files that somebody sent, on their way into the warehouse. Safe for use by many threads. */
public final class Upload implements Progress {

  private final String id;
  private final ClientId client;
  private final String by;
  private final Instant sentAt;
  private final Map<String, FileState> files = new LinkedHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private List<ImportResult> results = List.of();
  private Set<String> sketches = Set.of();
  private Optional<String> problem = Optional.empty();

  Upload(String id, ClientId client, String by, Instant sentAt, List<String> names) {
    this.id = id;
    this.client = client;
    this.by = by;
    this.sentAt = sentAt;
    names.forEach(name -> files.put(name, new FileState(name, Optional.empty(), 0)));
  }

  /**
   * How far one file is.
   *
   * @param step empty while it waits
   * @param rows read so far
   */
  public record FileState(String name, Optional<Step> step, long rows) {}

  public String id() {
    return id;
  }

  public ClientId client() {
    return client;
  }

  public String by() {
    return by;
  }

  public Instant sentAt() {
    return sentAt;
  }

  @Override
  public synchronized void at(String file, Step step, long rows) {
    files.put(file, new FileState(file, Optional.of(step), rows));
  }

  /** In the order in which they were sent. */
  public synchronized List<FileState> files() {
    return new ArrayList<>(files.values());
  }

  public boolean isOver() {
    return end.getCount() == 0;
  }

  /** What became of the files; none while it goes on and when it failed. */
  public synchronized List<ImportResult> results() {
    return results;
  }

  /** Ids of the files that wait for somebody to say what their columns are. */
  public synchronized Set<String> sketches() {
    return sketches;
  }

  /** Why it came to nothing. */
  public synchronized Optional<String> problem() {
    return problem;
  }

  void done(List<ImportResult> all, Set<String> kept) {
    synchronized (this) {
      results = List.copyOf(all);
      sketches = Set.copyOf(kept);
    }
    end.countDown();
  }

  void failed(String why) {
    synchronized (this) {
      problem = Optional.of(why);
    }
    end.countDown();
  }

  /** Waits for the end, which for most files comes before anybody would look for it. */
  boolean ends(Duration within) {
    try {
      return end.await(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
