package io.retainer.kpi.compute;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.ExitStatus;
import io.retainer.compute.protocol.Frame;
import io.retainer.compute.protocol.Question;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One worker: a process with an empty environment. It works in the folder of Java, which it does
 * not write to, so there is nothing to clean up after it, however it or the server ends; its input
 * ends with the server, and it with its input.
 */
final class WorkerProcess implements AutoCloseable {

  private static final long LOOK_MILLIS = 20;

  private final Process process;
  private final int heapMegabytes;
  private final OutputStream out;
  private volatile long lastAsked = System.nanoTime();

  private WorkerProcess(Process process, int heapMegabytes) {
    this.process = process;
    this.heapMegabytes = heapMegabytes;
    this.out = new BufferedOutputStream(process.getOutputStream());
  }

  /** Why a worker gave no answer; it is of no use any more. */
  static final class Gone extends Exception {
    private static final long serialVersionUID = 1L;

    Gone(String message) {
      super(message);
    }
  }

  /**
   * Starts a worker and waits until it is warm.
   *
   * @throws Gone when it does not get there
   */
  static WorkerProcess start(WorkerLimits limits) throws Gone {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(WorkerCommand.of(limits))
              .directory(new File(System.getProperty("java.home")))
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      WorkerProcess worker = new WorkerProcess(builder.start(), limits.heapMegabytes());
      if (worker.await(limits.start(), limits.start(), limits.start()) instanceof Answer.Good) {
        return worker;
      }
      worker.close();
      throw new Gone("a worker process did not get ready");
    } catch (IOException e) {
      throw new Gone("a worker process cannot be started: " + e.getMessage());
    }
  }

  /**
   * Asks, and waits.
   *
   * @throws Gone when the worker takes too long, ends or answers nonsense; it has been ended then
   */
  Answer ask(Question question, WorkerLimits limits) throws Gone {
    try {
      Frame.write(out, question);
    } catch (IOException e) {
      close();
      throw new Gone("its process ended");
    }
    Answer answer = await(limits.cpu(), limits.wall(), limits.still());
    lastAsked = System.nanoTime();
    return answer;
  }

  /** How long nobody has asked it. */
  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastAsked);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long id() {
    return process.pid();
  }

  private Answer await(Duration mostCpu, Duration mostWall, Duration mostStill) throws Gone {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread reader = new Thread(() -> read(answer), "computation-reader");
    reader.setDaemon(true);
    reader.start();
    Duration before = cpu().orElse(Duration.ZERO);
    long deadline = System.nanoTime() + mostWall.toNanos();
    StandStill still = new StandStill(mostStill, LOOK_MILLIS, System.nanoTime());
    try {
      while (true) {
        try {
          return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          Optional<Duration> used = cpu().map(now -> now.minus(before));
          if (used.filter(time -> time.compareTo(mostCpu) > 0).isPresent()) {
            throw new Gone("it took more than " + mostCpu.toSeconds() + " s of processor time");
          } else if (used.filter(time -> still.isSeen(System.nanoTime(), time)).isPresent()) {
            throw new Gone("it stood still for " + mostStill.toSeconds() + " s");
          } else if (System.nanoTime() > deadline) {
            throw new Gone(
                "it was not done after " + mostWall.toSeconds() + " s on a busy machine");
          }
        }
      }
    } catch (ExecutionException e) {
      boolean isOver = hasEnded();
      close();
      throw new Gone(isOver ? whyEnded() : "its process gave no answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new Gone("the server is stopping");
    } catch (Gone gone) {
      close();
      throw gone;
    }
  }

  /** Its output ends a moment before the process does; one that says nonsense goes on. */
  private boolean hasEnded() throws Gone {
    try {
      return process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new Gone("the server is stopping");
    }
  }

  private String whyEnded() {
    return process.exitValue() == ExitStatus.OUT_OF_MEMORY
        ? "it needs more memory than a computation may have, which is "
            + heapMegabytes
            + " MiB; its lists or texts grow too large"
        : "its process ended with status " + process.exitValue();
  }

  private void read(CompletableFuture<Answer> answer) {
    try {
      answer.complete(Frame.answer(process.getInputStream()));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  /** Empty where the system does not say. */
  private Optional<Duration> cpu() {
    return process.info().totalCpuDuration();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
