package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.Runs;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A home with a run that is ready to be sent; rendered once, because that takes its time. */
public final class ReadyRun {

  public static final String START = "2026-11-04T06:00:00Z";

  private static Path rendered;
  private static String id;

  private ReadyRun() {}

  /** Copies the home into a folder, and says which run is in it. */
  public static synchronized String copyTo(Path folder) throws IOException {
    if (rendered == null) {
      rendered = Files.createTempDirectory("ready-run");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(rendered)));
      id = render(rendered);
    }
    try (Stream<Path> files = Files.walk(rendered)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = folder.resolve(rendered.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    TestDatabase.copied(folder);
    return id;
  }

  /** Sends what is in such a home, by whatever the test says becomes of it. */
  static Postman postman(
      TestHome home, Deliveries deliveries, Clock clock, Transport transport, Later later) {
    return new Postman(
        deliveries,
        new Runs(home::state, clock),
        new RunFiles(home.workspace().home()),
        home.workspace()::mail,
        transport,
        clock,
        later);
  }

  private static String render(Path folder) {
    var clock = new SettableClock(START);
    var request =
        new RunRequest(
            SHOP.id(),
            "monthly-performance",
            Period.parse("2026-10"),
            Optional.empty(),
            Set.of(ReportFormat.values()));
    try (var home = new TestHome(folder, clock)) {
      var runs = new Runs(home::state, clock);
      Run run = runs.add(request, SHOP, "maria");
      new RunRenderer(home.workspace(), runs, Inspection.NONE, new RunFindings(home::state))
          .render(run.id());
      return run.id();
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      // The folder for temporary files is emptied by others.
    }
  }
}
