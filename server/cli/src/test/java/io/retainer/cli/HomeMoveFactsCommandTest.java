package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.TestDatabase;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file to a PostgreSQL and back through a backup, as an operator does it. */
class HomeMoveFactsCommandTest {

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void fill() throws Exception {
    home = folder.resolve("home");
    Files.createDirectories(home.resolve("kpi-scripts"));
    Files.writeString(
        home.resolve("kpi-scripts/own.groovy"),
        """
        kpi('own.revenue') {
          title en: 'Revenue'
          unit money
          better higher
          from orders
          value { sum(total) }
          where status == 'placed' || status == null
          example 'sum', rows: [[total: 100], [total: 900]], expect: 1000
        }
        """);
    retainer("client", "add", "nordic", "--name", "Nordic", "--home", home);
    imported("first", LocalDate.of(2026, 10, 5), "12.25", "100.5");
  }

  /** As a connector would, into wherever the facts of the home are. */
  private void imported(String file, LocalDate day, String... totals) throws Exception {
    try (var workspace =
            Workspace.open(
                new HomeFolder(home), new Installation(folder, folder, folder), Clock.systemUTC());
        Intake intake =
            workspace
                .warehouse()
                .intake(workspace.clients().find(new ClientId("nordic")).orElseThrow(), "shop")) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  "orders",
                  Datasets.ORDERS,
                  List.of("order_id", "total"),
                  Set.of(),
                  Grain.EVENT,
                  true,
                  Optional.of(DateSpan.ofDays(day.withDayOfMonth(1), day.withDayOfMonth(30))),
                  "shop",
                  Optional.of("EUR")));
      for (String total : totals) {
        table.append(1, DateSpan.ofDay(day), new Object[] {file + total, new BigDecimal(total)});
      }
      intake.finish();
      intake.accept();
      intake.keep(
          new ImportResult(
              file,
              file,
              ImportResult.Status.ACCEPTED,
              Optional.of(intake.batch()),
              Optional.of("shop"),
              Optional.empty(),
              List.of(),
              List.of(),
              0,
              List.of()),
          0);
    }
  }

  private String revenue(Path there) {
    return retainer(
            "kpi",
            "value",
            "--client",
            "nordic",
            "--period",
            "2026-10-01..2026-10-30",
            "--kpi",
            "own.revenue",
            "--json",
            "--home",
            there)
        .out();
  }

  private void set(Path there, String url) throws IOException {
    Files.writeString(there.resolve("retainer.properties"), "retainer.facts.url=" + url);
  }

  @Test
  void aTrinoThatCannotKeepThemLeavesThemWhereTheyAre() {
    String nobody = "jdbc:trino://127.0.0.1:1/iceberg/retainer";
    String before = revenue(home);

    Outcome refused = retainer("home", "move-facts", "--to", nobody, "--home", home);
    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains(nobody);
    assertThat(
            retainer("home", "move-facts", "--to", "jdbc:trino://127.0.0.1/iceberg", "--home", home)
                .status())
        .isEqualTo(2);

    assertThat(revenue(home)).isEqualTo(before).contains("112.75");
  }

  @Test
  void theFactsAreRehearsedMovedGoOnThereAndComeBackInABackup() throws Exception {
    String url = TestDatabase.empty();
    String before = revenue(home);
    assertThat(before).contains("112.75");

    Outcome rehearsed = retainer("home", "move-facts", "--to", url, "--dry-run", "--home", home);
    assertThat(rehearsed.out()).containsPattern("facts_orders +2\n").contains("would be moved");

    Outcome moved = retainer("home", "move-facts", "--to", url, "--home", home);
    assertThat(moved.err()).isEmpty();
    assertThat(moved.out())
        .containsPattern("facts_orders +2\n")
        .contains("were moved to " + url, "read again", "delete " + home);

    Outcome unset = retainer("import", "list", "--client", "nordic", "--home", home);
    assertThat(unset.status()).isEqualTo(1);
    assertThat(unset.err())
        .contains("were moved", "retainer.facts.url")
        .doesNotContain("RETAINER_DEBUG");
    assertThat(retainer("doctor", "--home", home).out()).contains("Set retainer.facts.url");
    assertThat(retainer("home", "move-facts", "--to", url, "--home", home).err())
        .contains("were moved");

    set(home, url);
    assertThat(revenue(home)).isEqualTo(before);
    assertThat(retainer("doctor", "--home", home).out()).contains("1 imports in " + url);
    imported("second", LocalDate.of(2026, 11, 5), "7");
    String there = revenue(home);

    Path backup = folder.resolve("backup.zip");
    Path restored = folder.resolve("restored");
    assertThat(retainer("backup", backup, "--home", home).err()).isEmpty();
    assertThat(retainer("client", "remove", "nordic", "--yes", "--home", home).err()).isEmpty();
    assertThat(proof()).contains("2 batches", "3 facts_orders", "elsewhere: facts.duckdb");
    Files.delete(home.resolve("retainer.properties"));
    assertThat(retainer("restore", backup, "--home", restored).status()).isZero();
    Files.deleteIfExists(restored.resolve("retainer.properties"));
    assertThat(revenue(restored)).isEqualTo(there).contains("112.75");
    assertThat(retainer("import", "list", "--client", "nordic", "--home", restored).out())
        .contains("second");
  }

  private String proof() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("removals"))) {
      return Files.readString(files.findFirst().orElseThrow()).replaceAll(" +", " ");
    }
  }

  /** Until several servers can work in one home, nothing but this keeps a second one out. */
  @Test
  void oneProcessAtATimeWorksInTheHomeAlsoThere() throws IOException {
    String url = TestDatabase.empty();
    retainer("home", "move-facts", "--to", url, "--home", home);
    set(home, url);
    try (var workspace =
        Workspace.open(
            new HomeFolder(home), new Installation(folder, folder, folder), Clock.systemUTC())) {
      workspace.warehouse();

      Outcome second = retainer("import", "list", "--client", "nordic", "--home", home);

      assertThat(second.status()).isEqualTo(1);
      assertThat(second.err()).contains("is in use by another process");
    }
  }

  @Test
  void aFileThatWasNotMovedIsNotLeftBehind() throws IOException {
    set(home, TestDatabase.empty());

    Outcome list = retainer("import", "list", "--client", "nordic", "--home", home);

    assertThat(list.status()).isEqualTo(1);
    assertThat(list.err()).contains("not moved there", "retainer home move-facts --to");
    assertThat(retainer("doctor", "--home", home).out()).contains("not moved there");
  }

  @Test
  void whatIsNoAddressOrNobodyListensAtIsTold() {
    assertThat(retainer("home", "move-facts", "--to", "postgres://x/y", "--home", home).status())
        .isEqualTo(2);

    Outcome dead =
        retainer("home", "move-facts", "--to", "jdbc:postgresql://127.0.0.1:9/x", "--home", home);
    assertThat(dead.status()).isEqualTo(1);
    assertThat(dead.err()).contains("Is PostgreSQL running there").doesNotContain("RETAINER_DEBUG");
    assertThat(revenue(home)).contains("112.75");
  }
}
