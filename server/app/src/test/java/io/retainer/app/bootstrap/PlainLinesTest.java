package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** What strangers send, in the log. */
class PlainLinesTest {

  private static final String FORGED = "2026-11-03T08:00:00.000 SEVERE  backup All is lost";

  private static String logged(String message, Throwable thrown) {
    var line = new LogRecord(Level.WARNING, message);
    line.setLoggerName("io.retainer.app.access.Arrivals");
    line.setThrown(thrown);
    return new PlainLines(new SimpleFormatter()).format(line);
  }

  @Test
  void noMessageBeginsALineOfTheServersOwn() {
    for (String end : new String[] {"\n", "\r\n", "\r", "\u2028", "\u0085"}) {
      assertThat(logged("Nobody comes in: no such code" + end + FORGED, null).lines())
          .as(end)
          .noneMatch(line -> line.startsWith("2026-11-03T08:00:00.000"))
          .anyMatch(line -> line.contains(FORGED));
    }
  }

  @Test
  void noExceptionDoes() {
    var inner = new IllegalArgumentException("an issuer\n" + FORGED);

    String logged = logged("Request failed", new IllegalStateException("a\n" + FORGED, inner));

    assertThat(logged.lines()).noneMatch(line -> line.startsWith("2026-11-03T08:00:00.000"));
    assertThat(logged.lines().filter(line -> line.contains(FORGED))).hasSizeGreaterThan(1);
    assertThat(logged).contains("\n\tat " + PlainLinesTest.class.getName()).endsWith("\n");
  }

  @Test
  void noTerminalObeysIt() {
    assertThat(logged("\u001b[2J\u009b31m\u0007 invoice\u202efdp.exe\u0000", null))
        .doesNotContain("\u001b", "\u009b", "\u0007", "\u202e", "\u0000")
        .contains("\ufffd[2J", "invoice\ufffdfdp.exe");
  }
}
