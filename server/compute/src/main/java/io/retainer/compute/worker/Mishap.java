package io.retainer.compute.worker;

import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.NoSuchElementException;

/** What went wrong while a computation ran, in its author's words and with the line. */
final class Mishap {

  private static final String COMPUTATION = "Computation";

  private Mishap() {}

  static String words(Throwable error) {
    return what(error) + line(error);
  }

  /** {@code in line 3}, or nothing where that is not known. */
  static String line(Throwable error) {
    return Arrays.stream(error.getStackTrace())
        .filter(frame -> isOfComputation(frame.getClassName()))
        .map(StackTraceElement::getLineNumber)
        .filter(number -> number > 0)
        .findFirst()
        .map(number -> " in line " + number)
        .orElse("");
  }

  private static boolean isOfComputation(String name) {
    return name.equals(COMPUTATION) || name.startsWith(COMPUTATION + "$");
  }

  private static String what(Throwable error) {
    if (error instanceof StackOverflowError) {
      return "it calls itself for ever";
    } else if (error instanceof ArithmeticException) {
      return String.valueOf(error.getMessage()).contains("overflow")
          ? "its whole numbers grow too large (write one of them with a point, like 60000.0)"
          : "it divides by zero";
    } else if (error instanceof IndexOutOfBoundsException) {
      return "it asks for an element that is not there";
    } else if (error instanceof ConcurrentModificationException) {
      return "it changes a list while it goes through it";
    } else if (error instanceof NullPointerException) {
      return "it uses a value that is missing (null)";
    } else if (error instanceof NoSuchElementException) {
      return "it asks an empty list for an element";
    } else if (error instanceof UnsupportedOperationException) {
      return "it changes a list that cannot be changed";
    } else if (error instanceof ClassCastException) {
      return "it takes one kind of value for another";
    }
    String message = error.getMessage();
    return message == null
        ? "it ended with " + error.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
