package io.retainer.app;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.TestDatabase;
import io.retainer.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** A home in a temporary folder, with the scripts and templates of this checkout and a client. */
public final class TestHome implements AutoCloseable {

  public static final Client SHOP =
      new Client(
          new ClientId("fjell"),
          "Fjell Oy",
          ZoneId.of("Europe/Helsinki"),
          Locale.forLanguageTag("fi"),
          Currency.getInstance("EUR"));

  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

  private final Workspace workspace;
  private final Path parsed;

  public TestHome(Path folder, Clock clock) {
    this(folder, clock, CHECKOUT.resolve("kpi-scripts"));
  }

  /**
   * @param kpiScripts those of the installation: to read all of ours takes its time
   */
  public TestHome(Path folder, Clock clock, Path kpiScripts) {
    var parts =
        new Installation(
            folder.resolve("no-connectors"), kpiScripts, CHECKOUT.resolve("report-templates"));
    TestDatabase.in(folder);
    var home = new HomeFolder(folder);
    parsed = home.lastGoodScripts().resolve("parsed");
    ParsedOnce.into(parsed);
    workspace = Workspace.open(home, parts, clock);
    workspace.clients().add(SHOP);
  }

  public Workspace workspace() {
    return workspace;
  }

  public Jdbi state() {
    return workspace.state().jdbi();
  }

  @Override
  public void close() {
    workspace.close();
    ParsedOnce.outOf(parsed);
  }
}
