package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.compute.WorkerLimits;
import io.retainer.kpi.compute.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five thousand edits of a script leave nothing behind in the server, and need one worker. */
class EditsSoak {

  private static final int EDITS = 5_000;
  private static final int FIRST = 500;
  private static final int COLLECTIONS = 5;
  private static final long MEBIBYTE = 1L << 20;

  private static final String SCRIPT =
      """
      kpi('own.sessions') {
        title en: 'Edit %1$d'
        unit count
        better higher
        from web_traffic
        value { sum(sessions) }
        example 'one', rows: [[sessions: %1$d]], expect: %1$d
      }
      kpi('own.mean') {
        title en: 'Edit %1$d'
        unit count
        better higher
        series months: kpi('own.sessions').over(3, month)
        compute { mean(months.values.collect { x -> x + %1$d }) }
        example 'one', months: [1], expect: %2$d
      }
      """;

  @TempDir Path folder;

  @Test
  void leaveNoClassLoaderBehind() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    try (Workers workers = Workers.of(1, WorkerLimits.USUAL)) {
      KpiLibrary library =
          KpiLibrary.open(
              List.of(folder.resolve("program"), own),
              folder.resolve("last-good"),
              new Computing(workers, folder.resolve("program"), Authors.all()));
      edit(library, own, 1, FIRST);
      Used before = Used.after(COLLECTIONS);
      edit(library, own, FIRST, EDITS);
      Used after = Used.after(COLLECTIONS);

      System.out.println(
          "after " + FIRST + " edits: " + before + ", after " + EDITS + ": " + after);
      assertThat(after.heap() - before.heap()).isLessThan(8 * MEBIBYTE);
      assertThat(after.metaspace() - before.metaspace()).isLessThan(8 * MEBIBYTE);
      assertThat(after.classes() - before.classes()).isLessThan(500);
      assertThat(workers.started()).isEqualTo(1);
      try (var kept = Files.list(folder.resolve("last-good").resolve("parsed"))) {
        // Parsed trees are remembered for the latest texts only.
        assertThat(kept.count()).as("files kept of scripts").isLessThanOrEqualTo(500);
      }
    }
  }

  private static void edit(KpiLibrary library, Path own, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      Files.writeString(own.resolve("own.groovy"), SCRIPT.formatted(i, 1 + i));
      assertThat(library.problems()).as("edit " + i).isEmpty();
      assertThat(library.definitions().get(0).descriptor().title().get("en"))
          .isEqualTo("Edit " + i);
    }
  }
}
