package io.retainer.workspace.pull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The last lines that a command wrote to its standard error, without what may be a secret. */
final class LastWords extends Thread {

  private static final int LINES = 5;
  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_READ = 2_000;
  private static final int SHORTEST_SECRET = 4;
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@\"'<>,;()]+@[^\\s@\"'<>,;()]+");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:token|secret|password|passwd|pwd|api_?-?key|authorization|bearer)[\"']?\\s*[=: ]\\s*[\"']?)[^\\s\"',;&]+");

  /** Letters and digits mixed, as keys are; words and paths are not. */
  private static final Pattern KEY =
      Pattern.compile("(?=[\\w+/=.~-]*[0-9])(?=[\\w+/=.~-]*[A-Za-z])[\\w+=.~-]{20,}");

  private final InputStream in;
  private final List<String> secrets;
  private final Deque<String> last = new ArrayDeque<>();

  LastWords(InputStream in, Collection<String> secrets) {
    super("command-errors");
    this.in = in;
    this.secrets =
        secrets.stream()
            .map(String::strip)
            .filter(secret -> secret.length() >= SHORTEST_SECRET)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    setDaemon(true);
    start();
  }

  @Override
  public void run() {
    var line = new StringBuilder();
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          keep(line.toString());
          line.setLength(0);
        } else if (line.length() <= LONGEST_READ) {
          line.append((char) c);
        }
      }
    } catch (IOException ended) {
      // The process was ended; what came until then counts.
    }
    keep(line.toString());
  }

  private void keep(String line) {
    if (!line.isBlank()) {
      synchronized (last) {
        last.addLast(line);
        if (last.size() > LINES) {
          last.removeFirst();
        }
      }
    }
  }

  /** A sentence. */
  String told() {
    List<String> lines;
    synchronized (last) {
      lines = last.stream().map(this::masked).toList();
    }
    return lines.isEmpty() ? "It said nothing." : "The last it said: " + String.join(" / ", lines);
  }

  String masked(String line) {
    String text = line.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    if (text.length() > LONGEST_READ) {
      // A secret that is cut would not be known as one.
      text = text.substring(0, LONGEST_READ).replaceAll("\\S+$", "");
    }
    for (String secret : secrets) {
      text = text.replace(secret, "…");
    }
    text = NAMED.matcher(text).replaceAll("$1…");
    text = ADDRESS.matcher(text).replaceAll("…@…");
    text = KEY.matcher(text).replaceAll("…");
    return text.substring(0, Math.min(LONGEST_LINE, text.length()));
  }
}
