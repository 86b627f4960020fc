package io.retainer.kpi;

import io.retainer.model.kpi.KpiId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every text that a script had, and every version of a KPI that was in force, with author and time.
 * In a folder: a journal that only grows, and the texts under their hash. Nothing is ever removed.
 */
public final class KpiHistory {

  private static final String KPI = "kpi";
  private static final String SCRIPT = "script";

  private final Path folder;
  private final Clock clock;
  private Map<List<String>, Entry> last;

  private KpiHistory(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  public static KpiHistory in(Path folder) {
    return in(folder, Clock.systemUTC());
  }

  static KpiHistory in(Path folder, Clock clock) {
    return new KpiHistory(folder, clock);
  }

  /**
   * @param at when it was first seen, by the clock of this process: a file's own time is whatever
   *     its author sets
   * @param saved when its text was saved, by the file's own time
   * @param author who saved it: the person who was signed in, the owner of the file, or the
   *     installation
   * @param version of a KPI as reports print it; of a script the beginning of its text's hash
   * @param script path of the script within its folder
   * @param isBack whether it was there before, and is again in the place of a newer one
   */
  public record Version(
      Instant at,
      Instant saved,
      String author,
      String version,
      String script,
      String text,
      boolean isBack) {}

  /** The versions of a KPI that were in force, the first one first. */
  public List<Version> of(KpiId kpi) {
    return versions(KPI, kpi.value());
  }

  /** Every text of a script that was saved, broken ones too, the first one first. */
  public List<Version> of(String script) {
    return versions(SCRIPT, script);
  }

  private List<Version> versions(String kind, String subject) {
    Set<String> before = new HashSet<>();
    return entries().stream()
        .filter(entry -> entry.is(kind, subject))
        .map(entry -> version(entry, !before.add(entry.version)))
        .toList();
  }

  /** The scripts that something is known of. */
  public List<String> scripts() {
    TreeSet<String> scripts = new TreeSet<>();
    entries().stream().filter(e -> e.kind.equals(SCRIPT)).forEach(e -> scripts.add(e.subject));
    return List.copyOf(scripts);
  }

  /** Notes who saves a text of a script: its file will belong to the server, whoever it was. */
  synchronized void saved(String script, String text, String author) throws IOException {
    Look look = new Look();
    look.script(script, look.now, author, text);
    look.keep();
  }

  /** What was there to be noted at one look at the scripts. */
  final class Look {
    private final Instant now = clock.instant();
    private final List<Entry> news = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    void script(String name, Instant saved, String author, String text) {
      String hash = hash(text);
      note(new Entry(now, author, SCRIPT, name, hash.substring(0, 10), name, saved, hash), text);
    }

    /** Who saved the last text of a script that was noted. */
    String author(String script) {
      return last().get(List.of(SCRIPT, script)).author;
    }

    void kpi(KpiDefinition kpi, Instant saved, String author) {
      note(
          new Entry(
              now,
              author,
              KPI,
              kpi.descriptor().id().value(),
              kpi.descriptor().version(),
              kpi.file(),
              saved,
              hash(kpi.text())),
          kpi.text());
    }

    private void note(Entry entry, String text) {
      List<String> subject = List.of(entry.kind, entry.subject);
      Entry before = last().get(subject);
      if (before != null && before.version.equals(entry.version)) {
        return;
      }
      last().put(subject, entry);
      news.add(entry);
      texts.put(entry.hash, text);
    }

    void keep() throws IOException {
      if (news.isEmpty()) {
        return;
      }
      Files.createDirectories(folder.resolve("texts"));
      for (Map.Entry<String, String> text : texts.entrySet()) {
        keep(text.getKey(), text.getValue());
      }
      StringBuilder lines = new StringBuilder();
      news.forEach(entry -> lines.append(entry.line()).append('\n'));
      // The texts are there before a line speaks of them.
      Files.writeString(journal(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void keep(String hash, String text) throws IOException {
      Path file = text(hash);
      if (!Files.exists(file)) {
        Path written = Files.createTempFile(file.getParent(), ".keep", ".tmp");
        Files.writeString(written, text);
        Files.move(
            written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private record Entry(
      Instant at,
      String author,
      String kind,
      String subject,
      String version,
      String script,
      Instant saved,
      String hash) {

    private static final int COLUMNS = 8;
    private static final int COLUMNS_BEFORE_RETURNS = 7;

    boolean is(String anyKind, String anySubject) {
      return kind.equals(anyKind) && subject.equals(anySubject);
    }

    String line() {
      return Stream.of(
              at.toString(), author, kind, subject, version, script, saved.toString(), hash)
          .map(Entry::oneField)
          .collect(Collectors.joining("\t"));
    }

    /** Names of users and files are whatever somebody chose; here they are a field of one line. */
    private static String oneField(String name) {
      return name.replaceAll("[\\p{Cntrl}\\s\\u0085\\u2028\\u2029]+", " ");
    }

    /** A line that was cut off with the power is none. */
    static boolean isWhole(String line) {
      int columns = line.split("\t", -1).length;
      return (columns == COLUMNS || columns == COLUMNS_BEFORE_RETURNS)
          && line.matches(".*\t[0-9a-f]{64}");
    }

    static Entry of(String line) {
      String[] parts = line.split("\t", -1);
      int last = parts.length - 1;
      return new Entry(
          Instant.parse(parts[0]),
          parts[1],
          parts[2],
          parts[3],
          parts[4],
          parts[5],
          Instant.parse(parts[last == COLUMNS - 1 ? 6 : 0]),
          parts[last]);
    }
  }

  private Map<List<String>, Entry> last() {
    if (last == null) {
      last = new HashMap<>();
      entries().forEach(entry -> last.put(List.of(entry.kind, entry.subject), entry));
    }
    return last;
  }

  private List<Entry> entries() {
    try {
      if (!Files.isRegularFile(journal())) {
        return List.of();
      }
      return Files.readAllLines(journal()).stream().filter(Entry::isWhole).map(Entry::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The history of KPI scripts cannot be read", e);
    }
  }

  private Version version(Entry entry, boolean isBack) {
    try {
      Path file = text(entry.hash);
      String text = Files.isRegularFile(file) ? Files.readString(file) : "";
      return new Version(
          entry.at, entry.saved, entry.author, entry.version, entry.script, text, isBack);
    } catch (IOException e) {
      throw new UncheckedIOException("A text of " + entry.script + " cannot be read", e);
    }
  }

  private Path journal() {
    return folder.resolve("journal.tsv");
  }

  private Path text(String hash) {
    return folder.resolve("texts").resolve(hash + ".groovy");
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
