package io.retainer.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries say while a command runs: nothing, unless it is asked for or broken. */
final class Logs {

  // The log manager holds loggers weakly; a level set on one that nobody holds is forgotten.
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger OURS = Logger.getLogger("io.retainer");

  private Logs() {}

  static void toStandardError() {
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tT %4$s %3$s: %5$s%6$s%n");
    // The workbook's library looks for a Log4j, and complains that there is none.
    System.setProperty(
        "log4j2.loggerContextFactory",
        "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
    boolean all = System.getenv("RETAINER_DEBUG") != null;
    ROOT.setLevel(all ? Level.INFO : Level.SEVERE);
    OURS.setLevel(all ? Level.FINE : Level.WARNING);
    for (Handler handler : ROOT.getHandlers()) {
      handler.setLevel(Level.ALL);
    }
  }
}
