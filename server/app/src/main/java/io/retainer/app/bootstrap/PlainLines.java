package io.retainer.app.bootstrap;

import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * The log as it is formatted anyway, in which no word from outside begins a line that looks like
 * the server's own, and nothing is obeyed by the terminal that shows it: what a stranger has sent
 * may stand in the message of an exception.
 */
final class PlainLines extends Formatter {

  private static final Pattern OBEYED =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]");

  /** Those of a stack trace are set in already. */
  private static final Pattern FURTHER_LINE = Pattern.compile("\\n(?=[^\\t])");

  private final Formatter usual;

  PlainLines(Formatter usual) {
    this.usual = usual;
  }

  /** From here on, for all that this process logs. */
  static void begin() {
    Arrays.stream(Logger.getLogger("").getHandlers())
        .filter(handler -> handler.getFormatter() != null)
        .forEach(handler -> handler.setFormatter(new PlainLines(handler.getFormatter())));
  }

  @Override
  public String format(LogRecord line) {
    String plain = OBEYED.matcher(usual.format(line)).replaceAll("\ufffd");
    return FURTHER_LINE.matcher(plain).replaceAll("\n\t");
  }

  @Override
  public String getHead(Handler handler) {
    return usual.getHead(handler);
  }

  @Override
  public String getTail(Handler handler) {
    return usual.getTail(handler);
  }
}
