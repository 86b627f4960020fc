package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line, killed while it imports, at a random moment: everything of the file is there or
 * nothing, and the same file is imported afterwards. {@code kills} says how often; {@code
 * kills.seed} which moments.
 */
class KilledImportIT {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("kills.seed", 20261126);
  private static final int ORDERS = 40_000;

  @TempDir Path folder;

  @Test
  void everythingOfTheFileIsThereOrNothing() throws Exception {
    Path first = orders("first.csv", ORDERS / 20);
    Path large = orders("large.csv", ORDERS);
    Path unkilled = folder.resolve("unkilled");
    imported(unkilled, first);
    long began = System.nanoTime();
    imported(unkilled, large);
    long whole = (System.nanoTime() - began) / 1_000_000;
    List<String> done = state(unkilled);
    Path home = folder.resolve("home");
    imported(home, first);
    List<String> before = state(home);
    assertThat(done).isNotEqualTo(before).anyMatch(line -> line.startsWith("facts_order_lines"));
    var random = new Random(SEED);
    int kept = 0;

    for (int kill = 0; kill < KILLS; kill++) {
      long millis = random.nextLong(whole + whole / 10);
      String when = "kill %d of seed %d after %d ms".formatted(kill, SEED, millis);
      Process process =
          Launcher.builder(folder, Map.of(), arguments(home, large))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor(millis, TimeUnit.MILLISECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();

      boolean isThere = batches(home) > 1;
      assertThat(state(home)).as(when).isEqualTo(isThere ? done : before);
      assertThatFilesAreWhole(home.resolve("received"), when);
      JsonNode again = imported(home, large);
      assertThat(again.path("status").asText())
          .as(when)
          .isEqualTo(isThere ? "duplicate" : "accepted");
      assertThat(state(home)).as(when).isEqualTo(done);
      assertThat(home.resolve("received/.arriving")).as(when).isEmptyDirectory();
      kept += isThere ? 1 : 0;
      String batch = again.path("batch").asText();
      assertThat(Launcher.retainer(folder, "import", "undo", batch, "--home", home).status())
          .as(when)
          .isZero();
      assertThat(state(home)).as(when).isEqualTo(before);
    }
    System.out.printf(
        "%d kills within %d ms, %d of them after the import was kept%n", KILLS, whole, kept);
  }

  private Object[] arguments(Path home, Path file) {
    return new Object[] {
      "import", "--home", home, "--client", "shop", "--currency", "EUR", "--json", file
    };
  }

  private JsonNode imported(Path home, Path file) throws Exception {
    Launcher.Outcome outcome = Launcher.retainer(folder, arguments(home, file));
    assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
    return Json.read(outcome.out()).path(0);
  }

  /** An export of orders, whose lines fill a table of their own. */
  private Path orders(String name, int count) throws IOException {
    Path fixture =
        Launcher.checkout()
            .resolve("connectors/commerce/src/test/resources/io/retainer/connector/commerce")
            .resolve("orders_export.csv");
    List<String> lines = Files.readAllLines(fixture);
    StringBuilder text = new StringBuilder(lines.get(0)).append('\n');
    for (int i = 0; i < count; i++) {
      text.append(
              lines
                  .get(1)
                  .replace("#1001", "#" + (10_000 + i))
                  .replace(",6001,", "," + (60_000 + i) + ",")
                  .replace("Aino@", "customer" + i % 999 + "@"))
          .append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  /** Rows in force and out of force, table by table, and what the bookkeeping says of them. */
  private static List<String> state(Path home) throws SQLException {
    List<String> state = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(address(home));
        var statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "select table_name from information_schema.tables"
                  + " where table_name like 'facts_%' order by 1")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        state.addAll(
            rows(
                statement,
                table,
                "select live, count(*) from " + table + " group by 1 order by 1"));
      }
      state.addAll(
          rows(
              statement,
              "presence",
              "select series, sum(row_count) from presence group by 1 order by 1"));
    }
    return state;
  }

  private static List<String> rows(Statement statement, String name, String question)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        found.add(name + " " + row.getString(1) + " " + row.getString(2));
      }
    }
    return found;
  }

  private static int batches(Path home) throws SQLException {
    try (Connection connection = DriverManager.getConnection(address(home));
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from batches where not undone")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String address(Path home) {
    return "jdbc:duckdb:" + home.resolve("facts.duckdb");
  }

  /** Each file that is kept is what its name says. */
  private static void assertThatFilesAreWhole(Path received, String when) throws Exception {
    try (Stream<Path> files = Files.list(received)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(HexFormat.of().formatHex(hash))
            .as(when)
            .isEqualTo(file.getFileName().toString());
      }
    }
  }
}
