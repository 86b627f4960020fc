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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Every text that a script had, and every version of a KPI that was in force, with author and time.
 * In a folder: a journal that only grows, and the texts under their hash. Nothing is ever removed.
 */
public final class KpiHistory {

  private static final String KPI = "kpi";
  private static final String SCRIPT = "script";

  private final Path folder;
  private Map<List<String>, String> last;

  private KpiHistory(Path folder) {
    this.folder = folder;
  }

  public static KpiHistory in(Path folder) {
    return new KpiHistory(folder);
  }

  /**
   * @param at when it was saved
   * @param author who saved it: the owner of the file, or the installation
   * @param version of a KPI as reports print it; of a script the beginning of its text's hash
   * @param script path of the script within its folder
   */
  public record Version(Instant at, String author, String version, String script, String text) {}

  /** The versions of a KPI that were in force, the first one first. */
  public List<Version> of(KpiId kpi) {
    return entries().stream()
        .filter(entry -> entry.is(KPI, kpi.value()))
        .map(this::version)
        .toList();
  }

  /** Every text of a script that was saved, broken ones too, the first one first. */
  public List<Version> of(String script) {
    return entries().stream().filter(entry -> entry.is(SCRIPT, script)).map(this::version).toList();
  }

  /** The scripts that something is known of. */
  public List<String> scripts() {
    TreeSet<String> scripts = new TreeSet<>();
    entries().stream().filter(e -> e.kind.equals(SCRIPT)).forEach(e -> scripts.add(e.subject));
    return List.copyOf(scripts);
  }

  /** What was there to be noted at one look at the scripts. */
  final class Look {
    private final List<Entry> news = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    void script(String name, Instant at, String author, String text) {
      String hash = hash(text);
      note(new Entry(at, author, SCRIPT, name, hash.substring(0, 10), name, hash), text);
    }

    void kpi(KpiDefinition kpi, Instant at, String author) {
      note(
          new Entry(
              at,
              author,
              KPI,
              kpi.descriptor().id().value(),
              kpi.descriptor().version(),
              kpi.file(),
              hash(kpi.text())),
          kpi.text());
    }

    private void note(Entry entry, String text) {
      if (!entry.version.equals(last().put(List.of(entry.kind, entry.subject), entry.version))) {
        news.add(entry);
        texts.put(entry.hash, text);
      }
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
      String hash) {

    boolean is(String anyKind, String anySubject) {
      return kind.equals(anyKind) && subject.equals(anySubject);
    }

    String line() {
      return String.join(
          "\t",
          at.toString(),
          author.replaceAll("\\s+", " "),
          kind,
          subject,
          version,
          script,
          hash);
    }

    static Entry of(String line) {
      String[] parts = line.split("\t", -1);
      return new Entry(
          Instant.parse(parts[0]), parts[1], parts[2], parts[3], parts[4], parts[5], parts[6]);
    }
  }

  private Map<List<String>, String> last() {
    if (last == null) {
      last = new HashMap<>();
      entries().forEach(entry -> last.put(List.of(entry.kind, entry.subject), entry.version));
    }
    return last;
  }

  private List<Entry> entries() {
    try {
      if (!Files.isRegularFile(journal())) {
        return List.of();
      }
      // A line that was cut off with the power is none.
      return Files.readAllLines(journal()).stream()
          .filter(line -> line.split("\t", -1).length == 7 && line.matches(".*\t[0-9a-f]{64}"))
          .map(Entry::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The history of KPI scripts cannot be read", e);
    }
  }

  private Version version(Entry entry) {
    try {
      Path file = text(entry.hash);
      String text = Files.isRegularFile(file) ? Files.readString(file) : "";
      return new Version(entry.at, entry.author, entry.version, entry.script, text);
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
