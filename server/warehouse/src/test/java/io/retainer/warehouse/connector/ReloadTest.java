package io.retainer.warehouse.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.RivalConnector;
import io.retainer.warehouse.imports.ImportOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JAR that is replaced again and again while files are imported leaves nothing behind. */
class ReloadTest {

  private static final int RELOADS = 200;
  private static final long MIB = 1 << 20;

  @Test
  void twoHundredReloadsWhileImportsRunLeaveNothingBehind(@TempDir Path folder) throws Exception {
    try (Desk desk = new Desk(folder)) {
      Path jar = folder.resolve("connectors/lines.jar");
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      reload(desk, jar, 20, loaders);
      collect(loaders);
      long metaspace = metaspace();
      long files = openFiles();

      reload(desk, jar, RELOADS, loaders);
      collect(loaders);

      assertThat(loaders.stream().filter(loader -> loader.get() != null))
          .as("loaders left, the one in use is one")
          .hasSizeLessThanOrEqualTo(1);
      assertThat(metaspace() - metaspace).as("growth of metaspace").isLessThan(2 * MIB);
      assertThat(openFiles() - files).as("growth of open files").isLessThan(4);
      assertThat(desk.connectors.problems()).isEmpty();
    }
  }

  /** Replaces the JAR while another thread imports without a pause. */
  private static void reload(
      Desk desk, Path jar, int times, List<WeakReference<ClassLoader>> loaders) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    var isOver = new AtomicBoolean();
    try {
      Future<Integer> imports = thread.submit(imports(desk, isOver));
      for (int i = 0; i < times; i++) {
        replace(jar, i);
        try (ConnectorLibrary.Use use = desk.connectors.use()) {
          var connector = (ContainedConnector) use.connectors().get(0).connector();
          loaders.add(new WeakReference<>(connector.loader()));
          assertThat(use.find("lines")).isPresent();
        }
      }
      isOver.set(true);
      assertThat(imports.get()).as("imports meanwhile").isPositive();
    } finally {
      isOver.set(true);
      thread.shutdown();
    }
  }

  private static Callable<Integer> imports(Desk desk, AtomicBoolean isOver) {
    return () -> {
      int done = 0;
      do {
        String file =
            "lines\ntable web_traffic columns=sessions grain=DAY account=a\n# %s\n2026-10-01|%d\n"
                .formatted(System.nanoTime(), done);
        ImportResult result = desk.file(file, ImportOptions.none());
        assertThat(result.issues()).isEmpty();
        assertThat(result.status()).isEqualTo(ImportResult.Status.ACCEPTED);
        done++;
      } while (!isOver.get());
      return done;
    };
  }

  /** As a careful operator does: written beside it, then moved over it. */
  private static void replace(Path jar, int round) throws IOException {
    Path next = jar.resolveSibling("next");
    if (round % 2 == 0) {
      ConnectorJar.write(next, LinesConnector.class);
    } else {
      ConnectorJar.write(next, LinesConnector.class, RivalConnector.class);
    }
    Files.move(next, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void collect(List<WeakReference<ClassLoader>> loaders) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    do {
      System.gc();
    } while (System.nanoTime() < end
        && loaders.stream().filter(loader -> loader.get() != null).count() > 1);
  }

  private static long metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals("Metaspace"))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
