package io.retainer.workspace;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where tests keep the state of their homes: in files, or, with {@code
 * -Dretainer.test.database=postgresql}, each home in a database of its own on a PostgreSQL that
 * this process starts. With {@code -Dretainer.test.facts=postgresql} the facts are there too.
 */
public final class TestDatabase {

  private static final boolean IS_POSTGRES =
      "postgresql".equals(System.getProperty("retainer.test.database"));

  private static final boolean ARE_FACTS_IN_POSTGRES =
      "postgresql".equals(System.getProperty("retainer.test.facts"));

  private static EmbeddedPostgres server;

  private TestDatabase() {}

  /** Whether {@link #in} chooses a PostgreSQL. */
  public static boolean isPostgres() {
    return IS_POSTGRES;
  }

  /** Lets a home that nobody has opened yet use what was asked for; one that has it keeps it. */
  public static void in(Path home) {
    if (!IS_POSTGRES && !Files.exists(home.resolve("retainer.properties"))) {
      copyTemplate(file(home));
    }
    Path set = home.resolve("retainer.properties");
    if ((IS_POSTGRES || ARE_FACTS_IN_POSTGRES) && !Files.exists(set)) {
      String url = fresh();
      List<String> lines = new ArrayList<>();
      if (IS_POSTGRES) {
        lines.add("retainer.database.url=" + url);
      }
      if (ARE_FACTS_IN_POSTGRES) {
        lines.add("retainer.facts.url=" + url);
      }
      try {
        Files.createDirectories(home);
        Files.write(set, lines, StandardOpenOption.CREATE_NEW);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Gives a home whose folder was copied, closed, a state of its own: a copy too. */
  public static void copied(Path home) throws IOException {
    Path set = home.resolve("retainer.properties");
    if (!(IS_POSTGRES || ARE_FACTS_IN_POSTGRES) || !Files.exists(set)) {
      return;
    }
    String text = Files.readString(set);
    String original = text.replaceAll("(?s).*/(retainer_\\w+)\\?.*", "$1");
    String name = name();
    make("create database " + name + " template " + original);
    Files.writeString(set, text.replace(original, name));
  }

  private static String name() {
    return "retainer_" + UUID.randomUUID().toString().replace("-", "");
  }

  /** The state of such a home. */
  public static State open(Path home) {
    in(home);
    var folder = new HomeFolder(home);
    return State.open(
        StateDatabase.of(
            folder, io.retainer.workspace.configuration.Configuration.of(folder.root())));
  }

  /** The address of a database with nothing in it. */
  public static String empty() {
    String name = name();
    make("create database " + name);
    return address(name);
  }

  /** The address of a database with our tables, and nothing in them. */
  private static String fresh() {
    String name = name();
    template();
    make("create database " + name + " template retainer_template");
    return address(name);
  }

  private static Path fileTemplate;

  private static Path file(Path home) {
    return new HomeFolder(home).stateFile();
  }

  private static synchronized void copyTemplate(Path file) {
    try {
      if (fileTemplate == null) {
        Path home = Files.createTempDirectory("retainer-template");
        State.open(new HomeFolder(home).state()).close();
        fileTemplate = file(home);
      }
      if (Files.notExists(file)) {
        Files.createDirectories(file.getParent());
        Files.copy(fileTemplate, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasTemplate;

  /** To migrate once and copy is ten times quicker than to migrate for each test. */
  private static synchronized void template() {
    if (!hasTemplate) {
      make("create database retainer_template");
      var source = new PGSimpleDataSource();
      source.setUrl(address("retainer_template"));
      Flyway migrations = PostgresMigrations.of(source);
      migrations.migrate();
      hasTemplate = true;
    }
  }

  private static String address(String name) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres".formatted(server().getPort(), name);
  }

  private static void make(String statement) {
    try (Connection connection = server().getPostgresDatabase().getConnection()) {
      connection.createStatement().execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends with this process. */
  static synchronized EmbeddedPostgres server() {
    if (server == null) {
      try {
        server =
            EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                    Files.createTempDirectory("retainer-postgres").toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("max_connections", "300")
                .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return server;
  }
}
