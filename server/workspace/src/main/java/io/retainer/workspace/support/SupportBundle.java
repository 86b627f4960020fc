package io.retainer.workspace.support;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.configuration.Configuration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What may be given to whoever helps: versions, settings without their values where these are
 * somebody's, numbers of rows, memory, threads and the ends of the logs.
 *
 * @param parts each already without secrets and names
 */
public record SupportBundle(List<Part> parts) {

  public SupportBundle {
    parts = List.copyOf(parts);
  }

  /**
   * Of the process that works in the home.
   *
   * @param further what else there is to tell, not masked yet
   */
  public static SupportBundle of(Workspace workspace, List<Part> further) {
    Configuration set = workspace.configuration();
    HomeFolder home = workspace.home();
    List<Part> told = new ArrayList<>();
    told.add(new Part("about.txt", "Java, operating system, disk", about(home)));
    told.add(new Part("facts.txt", "number of rows of facts, size", facts(workspace)));
    told.add(new Part("memory.txt", "sizes, collections", ThisProcess.memory()));
    told.add(new Part("threads.txt", "what each thread does", ThisProcess.threads()));
    told.addAll(further);
    told.addAll(LogEnds.of(home.root().resolve("logs")));
    // Names of settings and tables, choices and numbers: a client called Mail takes nothing from
    // them.
    List<Part> all = new ArrayList<>();
    all.add(
        new Part(
            "settings.txt", "what is set; passwords, names and addresses as (set)", set.shown()));
    all.add(
        new Part(
            "state.txt",
            "versions the home went through, number of rows of each table",
            StateCounts.of(workspace.state().dataSource())));
    all.addAll(masked(told, KnownWords.of(home, set, workspace.state().jdbi())).parts());
    return new SupportBundle(all);
  }

  /** Of a home that cannot be opened, because it is broken or a server has it. */
  public static SupportBundle ofClosed(HomeFolder home, Configuration set, List<Part> further) {
    return masked(further, KnownWords.of(home, set));
  }

  private static SupportBundle masked(List<Part> parts, Masking masking) {
    return new SupportBundle(
        parts.stream()
            .map(part -> new Part(part.name(), part.about(), masking.of(part.text())))
            .toList());
  }

  private static String about(HomeFolder home) {
    try {
      var disk = Files.getFileStore(home.root());
      return ThisProcess.about()
          + "disk: %,d MB free of %,d, %s%n"
              .formatted(
                  disk.getUsableSpace() / 1_000_000, disk.getTotalSpace() / 1_000_000, disk.type());
    } catch (IOException e) {
      return ThisProcess.about() + "disk: " + e.getMessage();
    }
  }

  private static String facts(Workspace workspace) {
    try {
      String where =
          workspace.facts().elsewhere().isPresent()
              ? "in a " + workspace.facts().elsewhere().get().kind()
              : "%,d bytes".formatted(Files.size(workspace.home().facts()));
      return "%,d rows, %s%n".formatted(workspace.warehouse().rowsOfAllTables(), where);
    } catch (IOException | RuntimeException e) {
      return "cannot be read: " + e.getMessage();
    }
  }

  /** As a ZIP. */
  public void write(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Part part : parts) {
        zip.putNextEntry(new ZipEntry(part.name()));
        zip.write(part.text().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }
}
