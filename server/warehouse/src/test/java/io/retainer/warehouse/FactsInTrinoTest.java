package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retainer.spi.Datasets;
import io.retainer.warehouse.IcebergTables.Snapshot;
import io.trino.sql.parser.SqlParser;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told to a Trino, as far as it can be seen without one; the rest is FactsOnTrino. */
class FactsInTrinoTest {

  private static final int LONGEST_STATEMENT = 1_000_000;
  private static final int MOST_FILES = 100;

  private final List<String> sent = new ArrayList<>();

  private static void isTrino(String statement) {
    assertThatCode(() -> new SqlParser().createStatement(statement))
        .as(statement)
        .doesNotThrowAnyException();
  }

  private static FactsInTrino at(String url, String ledger) {
    return new FactsInTrino(
        url,
        Optional.empty(),
        Optional.empty(),
        FactsInPostgres.ledger(ledger, Optional.empty(), Optional.empty()));
  }

  private RowAppender appender() {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("client", "varchar");
    columns.put("period_start", "date");
    columns.put("seen_at", "timestamp");
    columns.put("cost", "decimal(18,6)");
    columns.put("name", "varchar");
    return new TrinoAppender(sent::add, "facts_ads", columns);
  }

  private static void row(RowAppender rows, LocalDate day, String name) throws SQLException {
    rows.beginRow()
        .append("acme")
        .append(day)
        .append(LocalDateTime.parse("2026-10-01T09:05"))
        .append(new BigDecimal("-12.5"))
        .append(name)
        .endRow();
  }

  @Test
  void rowsGoAsOneTextWhateverStandsInThem() throws Exception {
    RowAppender rows = appender();
    row(rows, LocalDate.parse("2026-10-01"), "d'hôte \"x\" \\ \t");
    row(rows, null, null);
    rows.flush();
    rows.flush();

    assertThat(sent).hasSize(1);
    isTrino(sent.get(0));
    assertThat(sent.get(0))
        .startsWith("insert into \"facts_ads\" (\"client\", \"period_start\", ")
        .contains("cast(r[3] as timestamp(6))", "cast(r[4] as decimal(18,6))")
        .contains(
            "[\"acme\",\"2026-10-01\",\"2026-10-01 09:05\",\"-12.500000\",\"d''hôte \\\"x\\\" \\\\ \\u0009\"]")
        .contains("[\"acme\",null,\"2026-10-01 09:05\",\"-12.500000\",null]");
  }

  @Test
  void noStatementIsLongerThanTrinoTakesOrOpensMoreFilesThanItLets() throws Exception {
    RowAppender rows = appender();
    for (int month = 0; month < 240; month++) {
      row(rows, LocalDate.parse("2006-01-01").plusMonths(month), "x".repeat(9_000));
    }
    rows.flush();

    assertThat(sent)
        .allSatisfy(
            each -> {
              assertThat(each.length()).isLessThan(LONGEST_STATEMENT);
              assertThat(each.split("\"acme\"").length - 1).isLessThan(MOST_FILES);
            });
    assertThat(sent.stream().mapToInt(each -> each.split("\"acme\"").length - 1).sum())
        .isEqualTo(240);
    assertThat(JsonParts.of(List.of("a".repeat(500_000), "b'", "c")))
        .hasSize(2)
        .last()
        .isEqualTo("[\"b''\",\"c\"]");
  }

  @Test
  void aTableWithoutRowsOrNewColumnsIsReadAsOneThatHasThem() {
    var table = "facts_web_traffic";
    Set<String> all = FactTable.columns(Datasets.WEB_TRAFFIC).keySet();
    String none = new IcebergTables(Map.of()).from(Datasets.WEB_TRAFFIC);
    String older =
        new IcebergTables(Map.of(table, new Snapshot(7, Set.of("client", "sessions"))))
            .from(Datasets.WEB_TRAFFIC);
    String now = new IcebergTables(Map.of(table, new Snapshot(8, all))).from(Datasets.WEB_TRAFFIC);

    List.of(none, older, now).forEach(each -> isTrino("select count(*) from " + each + " as f"));
    assertThat(none).contains("cast(null as decimal(18,6)) as \"revenue\"", "where false");
    assertThat(older)
        .contains("select t.*, ", "as \"revenue\"", "\"facts_web_traffic\" for version as of 7")
        .doesNotContain("as \"sessions\"");
    assertThat(now).isEqualTo("\"facts_web_traffic\" for version as of 8");
  }

  @Test
  void whatIsInTheWayIsSaidBeforeAnythingIsTried() {
    String ledger = "jdbc:postgresql://db.example/retainer";
    assertThat(at("jdbc:trino://trino.example:8080/iceberg/retainer?SSL=true", ledger).problem())
        .isEmpty();
    assertThat(at("jdbc:trino://trino.example:8080/iceberg", ledger).problem().orElseThrow())
        .contains("expected an address with an Iceberg catalog and a schema");
    assertThat(at("jdbc:trino://trino.example/iceberg/retainer", "").problem().orElseThrow())
        .contains("the state is in a file", "set retainer.database.url");
  }

  @Test
  void aTrinoThatIsNotThereIsNamed() {
    assertThatExceptionOfType(WarehouseException.class)
        .isThrownBy(() -> at("jdbc:trino://127.0.0.1:1/iceberg/retainer", "jdbc:x").imports())
        .withMessageContaining("jdbc:trino://127.0.0.1:1/iceberg/retainer cannot keep the facts")
        .withMessageContaining("Is Trino running there");
  }
}
