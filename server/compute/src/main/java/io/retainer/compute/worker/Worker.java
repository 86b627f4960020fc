package io.retainer.compute.worker;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.ExitStatus;
import io.retainer.compute.protocol.Frame;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.SynchronousQueue;

/**
 * The process. It answers what comes in, one question at a time, and ends when its input does, even
 * in the middle of a computation. The first answer says that it is warm.
 */
public final class Worker {

  /** Enough for what {@link io.retainer.compute.language} lets through. */
  private static final long STACK_BYTES = 8L << 20;

  private static final String SAMPLE =
      """
      def rising = months.values.findAll { it > 2 }.collect { it * 1.0 }
      def sum = 0.0
      for (x in rising) {
        if (x > 3) { sum += x }
      }
      def next = forecast(months, 0.8)
      return next == null ? notComputable('no') : estimate(next.value, next.low, sum + median(rising))
      """;

  private Worker() {}

  public static void main(String[] arguments) throws InterruptedException {
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setIn(InputStream.nullInputStream());
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    SynchronousQueue<Question> questions = new SynchronousQueue<>();
    Thread thread = new Thread(null, () -> answer(questions, out), "computation", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      while (true) {
        questions.put(Frame.question(in));
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void answer(SynchronousQueue<Question> questions, OutputStream out) {
    try {
      Computations computations = new Computations();
      warmUp(computations);
      Frame.write(out, new Answer.Good());
      while (true) {
        Frame.write(out, computations.answer(questions.take()));
      }
    } catch (Throwable e) {
      // Nobody is left to answer, whatever it was: the server must not wait.
      boolean isFull = e instanceof OutOfMemoryError;
      Runtime.getRuntime().halt(isFull ? ExitStatus.OUT_OF_MEMORY : ExitStatus.OTHERWISE);
    }
  }

  private static void warmUp(Computations computations) {
    double[] values = new double[40];
    for (int i = 0; i < values.length; i++) {
      values[i] = 10 + i + i % 12;
    }
    Answer answer =
        computations.answer(
            new Question(
                false,
                new Question.Source(SAMPLE, 1, 1),
                List.of(new Input("months", values, 12, 2020, 1, Sums.TOTAL_AND_MEAN))));
    if (!(answer instanceof Answer.Value)) {
      throw new IllegalStateException("The warm-up gave " + answer);
    }
  }
}
