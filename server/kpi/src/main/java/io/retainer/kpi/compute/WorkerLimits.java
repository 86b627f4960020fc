package io.retainer.kpi.compute;

import java.time.Duration;

/**
 * What a worker may take.
 *
 * @param heapMegabytes of the process
 * @param cpu one answer may take; a busy machine does not count
 * @param still so long it may do nothing, on a machine that has time for it
 * @param wall one answer may take, whatever the machine does
 * @param start of a process until it is warm
 * @param idle a worker that nobody asked for so long is ended
 */
public record WorkerLimits(
    int heapMegabytes, Duration cpu, Duration still, Duration wall, Duration start, Duration idle) {

  public static final WorkerLimits USUAL =
      new WorkerLimits(
          64,
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ofSeconds(120),
          Duration.ofSeconds(60));
}
