package io.retainer.workspace.composing;

import io.retainer.kpi.script.Version;
import io.retainer.model.client.ClientId;
import io.retainer.rendering.template.Composition;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What clients' versions of reports are, were and may become. */
public final class ReportVersions {

  private static final String OVERRIDE = "override.yaml";

  /** Above the text of a version: when it was saved, and by whom. */
  private static final String HEAD = "# ";

  private final HomeFolder home;
  private final Reports reports;
  private final Clock clock;

  public ReportVersions(HomeFolder home, Reports reports, Clock clock) {
    this.home = home;
    this.reports = reports;
    this.clock = clock;
  }

  /**
   * A client's report as a composition would make it.
   *
   * @throws io.retainer.rendering.template.TemplateException naming what does not fit, or when
   *     there is no such report
   * @throws IllegalArgumentException naming what cannot be used
   */
  public ReportDraft draft(ClientId client, String report, Composition composition) {
    return draftOf(client, report, reports.override(report, composition, text(client, report)));
  }

  private ReportDraft draftOf(ClientId client, String report, String text) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory(home.run(), "report");
      copy(home.reportTemplates(client), folder);
      write(folder.resolve(report).resolve(OVERRIDE), text);
      return new ReportDraft(folder, text, reports.changes(client, report, folder));
    } catch (IOException e) {
      discard(folder);
      throw new UncheckedIOException("The report cannot be prepared: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      discard(folder);
      throw e;
    }
  }

  private static void discard(Path folder) {
    if (folder != null) {
      ReportDraft.delete(folder);
    }
  }

  /** Tells what is in force from any other; to be handed back with what it was changed into. */
  public static String basis(String text) {
    return Version.of(text, List.of());
  }

  /**
   * Saves a composition. Reports that are made from now on show it.
   *
   * @param basis of the text that was changed
   * @return false when somebody has changed it meanwhile; nothing was changed then
   * @throws RuntimeException as {@link #draft}; nothing was changed then
   */
  public synchronized boolean save(
      ClientId client, String report, Composition composition, String basis, String by) {
    if (!basis(text(client, report)).equals(basis)) {
      return false;
    }
    try (ReportDraft draft = draft(client, report, composition)) {
      put(client, report, draft.text(), by);
      return true;
    }
  }

  /**
   * Brings an earlier version back, as a new one.
   *
   * @return false when there is no such version, or it is in force
   * @throws RuntimeException as {@link #draft}, when it does not fit any more
   */
  public synchronized boolean restore(ClientId client, String report, int number, String by) {
    List<ReportVersion> versions = versions(client, report);
    for (ReportVersion version : versions) {
      if (version.number() == number) {
        try (ReportDraft draft = draftOf(client, report, version.text())) {
          return put(client, report, draft.text(), by);
        }
      }
    }
    return false;
  }

  private boolean put(ClientId client, String report, String text, String by) {
    String before = text(client, report);
    if (before.equals(text)) {
      return false;
    }
    try {
      List<ReportVersion> versions = versions(client, report);
      int number = versions.isEmpty() ? 0 : versions.get(0).number();
      if (versions.isEmpty() || !versions.get(0).text().equals(before)) {
        keep(client, report, ++number, "", before);
      }
      keep(client, report, number + 1, by, text);
      write(home.reportTemplates(client).resolve(report).resolve(OVERRIDE), text);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be saved: " + e.getMessage(), e);
    }
  }

  private void keep(ClientId client, String report, int number, String by, String text)
      throws IOException {
    String head = HEAD + clock.instant() + " " + by.replaceAll("\\s+", " ").strip();
    write(folder(client, report).resolve("%05d.yaml".formatted(number)), head + "\n" + text);
  }

  /** The latest first. */
  public List<ReportVersion> versions(ClientId client, String report) {
    Path folder = folder(client, report);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<ReportVersion> versions = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String name = file.getFileName().toString();
        if (name.matches("[0-9]{5}[.]yaml")) {
          versions.add(0, version(Integer.parseInt(name.substring(0, 5)), Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The versions in " + folder + " cannot be read", e);
    }
    return versions;
  }

  private static ReportVersion version(int number, String kept) {
    String head = kept.substring(HEAD.length(), kept.indexOf('\n'));
    int space = head.indexOf(' ');
    return new ReportVersion(
        number,
        Instant.parse(space < 0 ? head : head.substring(0, space)),
        space < 0 ? "" : head.substring(space + 1).strip(),
        kept.substring(kept.indexOf('\n') + 1));
  }

  /** What is in force of the client's own; empty without one. */
  public String text(ClientId client, String report) {
    Path file = home.reportTemplates(client).resolve(report).resolve(OVERRIDE);
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read", e);
    }
  }

  private Path folder(ClientId client, String report) {
    return home.reportTemplates(client).resolveSibling("report-versions").resolve(report);
  }

  /** Whole or not there; an empty text is no file. */
  private static void write(Path file, String text) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    Files.createDirectories(file.getParent());
    Path unfinished = Files.createTempFile(file.getParent(), ".report", null);
    Files.writeString(unfinished, text);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copied = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    }
  }
}
