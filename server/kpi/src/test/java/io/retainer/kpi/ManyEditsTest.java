package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What loading costs and what edits leave behind. Five hundred edits here; as many as wanted with
 * {@code -Dedits=5000}.
 */
class ManyEditsTest {

  private static final int EDITS = Integer.getInteger("edits", 500);
  private static final int WARM_UP = 100;
  private static final long MB = 1L << 20;

  @TempDir Path folder;

  @Test
  void allScriptsLoadWithinASecondOnceTheirTreesAreKnown() {
    load();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    load();
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;

    System.out.printf(Locale.ROOT, "all scripts loaded in %.2f s of CPU%n", seconds);
    assertThat(seconds).isLessThan(1);
  }

  private void load() {
    KpiLibrary library =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder.resolve("last-good"));
    assertThat(library.definitions()).hasSizeGreaterThan(85);
  }

  @Test
  void editsLeaveNoClassLoaderNoMetaspaceAndNoHeapBehind() throws IOException {
    Path scripts = Files.createDirectory(folder.resolve("own"));
    KpiLibrary library = KpiLibrary.open(List.of(scripts), folder.resolve("last-good"));
    for (int i = 0; i < WARM_UP; i++) {
      edit(library, scripts, i);
    }
    Used before = Used.after(1);
    for (int i = 0; i < EDITS; i++) {
      edit(library, scripts, WARM_UP + i);
    }
    Used after = Used.after(1);

    System.out.printf("%d edits: %s, then %s%n", EDITS, before, after);
    assertThat(after.classes() - before.classes()).isLessThan(200);
    assertThat(after.metaspace() - before.metaspace()).isLessThan(4 * MB);
    assertThat(after.heap() - before.heap()).isLessThan(16 * MB);
  }

  private static void edit(KpiLibrary library, Path scripts, int number) throws IOException {
    Files.writeString(
        scripts.resolve("own.groovy"),
        """
        kpi('own.orders') {
          title en: 'Orders above %1$d'
          unit count
          better higher
          from orders
          value { count().where(total > %1$d) }
          where status == 'placed' || status == null
          example 'only those above', rows: [[total: %1$d], [total: %1$d + 1]], expect: 1
        }
        """
            .formatted(number)
            .replace(number + " + 1", Integer.toString(number + 1)));
    assertThat(library.definitions().get(0).text()).contains("Orders above " + number + "'");
  }
}
