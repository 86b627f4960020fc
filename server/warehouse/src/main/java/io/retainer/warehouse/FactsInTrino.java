package io.retainer.warehouse;

import io.trino.jdbc.TrinoDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Trino that keeps the facts, in a schema of an Iceberg catalog. Their ledger, which needs
 * transactions, is in a PostgreSQL.
 *
 * @param url {@code jdbc:trino://host:port/catalog/schema}, without a password
 */
public record FactsInTrino(
    String url, Optional<String> user, Optional<String> password, FactsInPostgres ledger)
    implements FactsElsewhere {

  public static final String PREFIX = "jdbc:trino:";

  private static final String EXAMPLE = "jdbc:trino://trino.example:8080/iceberg/retainer";
  private static final Pattern PLACE =
      Pattern.compile(PREFIX + "//[^\\s@/?]+/([A-Za-z0-9_]+)/([a-z0-9_]+)(\\?\\S*)?");
  private static final String STATEMENTS = "explicitPrepare";

  /** Whether it names a server, a catalog and a schema. */
  public static boolean isAddress(String url) {
    return PLACE.matcher(url).matches();
  }

  @Override
  public String kind() {
    return "Trino";
  }

  @Override
  public Optional<String> problem() {
    if (!isAddress(url)) {
      return Optional.of(
          "retainer.facts.url is \"%s\"; expected an address with an Iceberg catalog and a schema, like %s"
              .formatted(url, EXAMPLE));
    }
    return ledger.url().isEmpty()
        ? Optional.of(
            "retainer.facts.url is %s, and the state is in a file: the book of imports of facts in a Trino is kept beside the state, in its PostgreSQL. Move the state (retainer home move --to jdbc:postgresql://…) and set retainer.database.url, or unset retainer.facts.url."
                .formatted(url))
        : Optional.empty();
  }

  @Override
  public Optional<Long> imports() {
    try (Connection connection = connect()) {
      check(connection);
    } catch (SQLException e) {
      throw refusal(e);
    }
    return ledger.imports();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url;
  }

  String catalog() {
    return place().group(1);
  }

  String schema() {
    return place().group(2);
  }

  private Matcher place() {
    problem()
        .ifPresent(
            why -> {
              throw new WarehouseException(why);
            });
    Matcher place = PLACE.matcher(url);
    if (!place.matches()) {
      throw new IllegalStateException(url);
    }
    return place;
  }

  /** Nothing is asked yet. */
  Connection connect() throws SQLException {
    place();
    var settings = new Properties();
    if (!url.contains("user=")) {
      settings.setProperty("user", user.orElse("retainer"));
    }
    password.ifPresent(word -> settings.setProperty("password", word));
    if (!url.contains(STATEMENTS + "=")) {
      // A statement and its values in one, and in the body: headers have an end.
      settings.setProperty(STATEMENTS, "false");
    }
    // By name: where libraries are loaded apart, nobody else finds a driver.
    return new TrinoDriver().connect(url, settings);
  }

  /**
   * @throws WarehouseException when the catalog is not one of Iceberg
   */
  void check(Connection connection) throws SQLException {
    Sql sql = new Sql(connection);
    var kinds =
        sql.list(
            row -> row.getString(1),
            "select connector_name from system.metadata.catalogs where catalog_name = ?",
            catalog());
    if (!kinds.contains("iceberg")) {
      throw refused(
          kinds.isEmpty()
              ? "it has no catalog " + catalog()
              : "its catalog %s is of the connector %s".formatted(catalog(), kinds.get(0)),
          "Name a catalog of the connector iceberg in retainer.facts.url.");
    }
  }

  WarehouseException refused(String why, String advice) {
    return new WarehouseException(text(why, advice));
  }

  private String text(String why, String advice) {
    return "The Trino %s cannot keep the facts: %s. %s".formatted(url, why, advice);
  }

  WarehouseException refusal(SQLException failure) {
    String said = failure.getMessage().strip().replaceAll("\\.$", "");
    String advice =
        said.contains("Authentication") || said.contains("password")
            ? "Check retainer.facts.user and retainer.facts.password."
            : said.contains("Access Denied")
                ? "Let the user make, fill and alter tables in the schema %s.%s."
                    .formatted(catalog(), schema())
                : "Is Trino running there, and does it take connections from this machine?";
    return new WarehouseException(text(said, advice), failure);
  }
}
