package io.retainer.workspace.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.TestDatabase;
import io.retainer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientRemovalInPostgresTest {

  private final String url = TestDatabase.empty();

  private Workspace open(Path home) {
    return Workspace.open(
        new HomeFolder(home), new Installation(home, home, home), Clock.systemUTC());
  }

  @Test
  void nothingOfTheClientIsLeftInWhatTheTablesLieIn(@TempDir Path home) throws Exception {
    Files.writeString(home.resolve("retainer.properties"), "retainer.database.url=" + url);
    var birch = new ClientId("birch");
    try (Workspace workspace = open(home)) {
      workspace
          .clients()
          .add(
              new Client(
                  birch,
                  "Birch Bakery",
                  ZoneId.of("UTC"),
                  Locale.ENGLISH,
                  Currency.getInstance("EUR")));
    }
    assertThat(bytes("client")).isPositive();

    try (Workspace workspace = open(home)) {
      new ClientRemoval(workspace, birch, "olga").carryOut();
    }

    assertThat(bytes("client")).isZero();
  }

  private long bytes(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet row =
            connection
                .createStatement()
                .executeQuery("select pg_relation_size('%s')".formatted(table))) {
      row.next();
      return row.getLong(1);
    }
  }
}
