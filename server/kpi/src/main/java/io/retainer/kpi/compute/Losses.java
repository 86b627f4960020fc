package io.retainer.kpi.compute;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The workers that one request has lost to computations that took too long. Each costs whoever asks
 * some seconds, so after a few nobody new is tried, and after some more nobody at all. Safe for
 * several threads.
 */
public final class Losses {

  private static final int MOST = 4;
  private static final int MOST_BY_NEWCOMERS = 2;

  private final Set<String> names = Collections.synchronizedSet(new LinkedHashSet<>());
  private final AtomicInteger count = new AtomicInteger();
  private final boolean areOfATrial;

  private Losses(boolean areOfATrial) {
    this.areOfATrial = areOfATrial;
  }

  /** Of a request over real data. */
  public static Losses ofARequest() {
    return new Losses(false);
  }

  /** Of examples; who passes them may still hang on what clients have. */
  public static Losses ofATrial() {
    return new Losses(true);
  }

  boolean areOfATrial() {
    return areOfATrial;
  }

  /**
   * @param name of the computation that ended the worker
   */
  void one(String name) {
    names.add(name);
    count.incrementAndGet();
  }

  /** The computations that ended workers. */
  String names() {
    return String.join(", ", List.copyOf(names));
  }

  /**
   * @param isNew whether nobody knows yet that the computation ends
   */
  boolean areEnough(boolean isNew) {
    return count.get() >= (isNew ? MOST_BY_NEWCOMERS : MOST);
  }
}
