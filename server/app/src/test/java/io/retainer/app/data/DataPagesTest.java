package io.retainer.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.TwoClients;
import io.retainer.app.Visitor;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst looks through the orders of a shop; another client's are in the same table. */
class DataPagesTest {

  private static final String PERSON = "1f0c".repeat(16);
  private static final String FORMULA = "=HYPERLINK(\"http://evil.example\")";
  private static final String SCRIPT = "<script>alert(1)</script>";

  @TempDir private static Path folder;
  private static Workspace workspace;
  private static DataPages pages;

  @BeforeAll
  static void open() throws Exception {
    TwoClients.in(folder);
    try (Workspace made = workspace()) {
      made.warehouse().start();
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("facts.duckdb"));
        Statement statement = connection.createStatement()) {
      orders(statement, 1, TwoClients.OWN);
      orders(statement, 2, TwoClients.FOREIGN);
      row(statement, 1, TwoClients.OWN, 2, "2026-10-05", "A-1", FORMULA, "EUR", "10.50");
      row(statement, 1, TwoClients.OWN, 3, "2026-10-06", "A-2", SCRIPT, "EUR", "20");
      row(statement, 2, TwoClients.FOREIGN, 2, "2026-10-06", "secret-order", "x", "EUR", "99");
    }
    workspace = workspace();
    pages = new DataPages(workspace, new Pages());
  }

  private static Workspace workspace() {
    return Workspace.open(
        new HomeFolder(folder),
        new Installation(
            folder.resolve("connectors"),
            folder.resolve("kpi-scripts"),
            folder.resolve("report-templates")),
        Clock.systemUTC());
  }

  private static void orders(Statement statement, int number, ClientId client) throws Exception {
    statement.execute(
        """
        insert into batches (id, client, imported_at, bytes, undone, status, connector, account,
          file_name, sha256, issue_count, imported_by)
        values (%1$d, '%2$s', timestamp '2026-11-01 08:00:00', 9, false, 'ACCEPTED', 'shop', 'main',
          'orders of %2$s.csv', repeat('0', 64), 0, 'Anna')
        """
            .formatted(number, client));
    String columns = "currency,campaign,customer_key,order_id,total";
    statement.execute(
        """
        insert into series (id, client, dataset, source, account, cut, "columns", grain, keyed)
        values (%d, '%s', 'orders', 'shop', 'main', '', '%s', 'EVENT', true)
        """
            .formatted(number, client, columns));
    statement.execute(
        """
        insert into batch_tables (batch, ordinal, series, title, dataset, grain, complete,
          "columns", row_count, rejected_rows, rows_start, rows_end, span_start, span_end, silence)
        values (%1$d, 0, %1$d, 'orders', 'orders', 'EVENT', true, '%2$s', 2, 0,
          date '2026-10-01', date '2026-11-01', date '2026-10-01', date '2026-11-01', 1)
        """
            .formatted(number, columns));
  }

  private static void row(
      Statement statement,
      int number,
      ClientId client,
      int line,
      String day,
      String order,
      String campaign,
      String currency,
      String total)
      throws Exception {
    statement.execute(
        """
        insert into facts_orders (client, series, batch, live, line, period_start, period_end,
          currency, order_id, campaign, customer_key, total)
        values ('%1$s', %2$d, %2$d, true, %3$d, date '%4$s', date '%4$s' + 1, '%5$s', '%6$s',
          '%7$s', '%8$s', %9$s)
        """
            .formatted(client, number, line, day, currency, order, campaign, PERSON, total));
    statement.execute(
        """
        insert into presence (series, period_start, period_end, batch, currency, row_count)
        values (%1$d, date '%2$s', date '%2$s' + 1, %1$d, '%3$s', 1)
        """
            .formatted(number, day, currency));
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  @AfterEach
  void leave() {
    ClientScope.leave();
  }

  /** As the container reads it from an address. */
  private static DataQuery asked(String... namesAndValues) throws IllegalAccessException {
    var asked = new DataQuery();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      for (Field field : DataQuery.class.getDeclaredFields()) {
        QueryParam name = field.getAnnotation(QueryParam.class);
        if (name != null && name.value().equals(namesAndValues[i])) {
          field.setAccessible(true);
          boolean isList = field.getType() == List.class;
          field.set(asked, isList ? List.of(namesAndValues[i + 1]) : namesAndValues[i + 1]);
        } else if (name != null) {
          field.setAccessible(true);
          if (field.get(asked) == null) {
            field.set(asked, name.value().equals("page") ? "1" : "");
          }
        }
      }
    }
    return asked;
  }

  private static String page(String... asked) throws IllegalAccessException {
    return pages.page(TwoClients.OWN.value(), asked(asked), visitor()).getEntity().toString();
  }

  private static String csv(String... asked) throws IllegalAccessException {
    return pages.csv(TwoClients.OWN.value(), asked(asked), visitor()).getEntity().toString();
  }

  private static SecurityContext visitor() {
    var visit =
        new Visit(
            Optional.of(new Account("anna", "Anna", Role.AUTHOR)),
            Language.EN,
            Visit.Theme.SYSTEM,
            "",
            "/");
    return new Visitor(visit);
  }

  @Test
  void eachRowLeadsToItsImportWithFileLineTimeAndPerson() throws Exception {
    assertThat(page("dataset", "orders"))
        .contains("A-1", "A-2", "orders of own-client.csv", "/clients/own-client/imports/1")
        .contains("line 2", "line 3", "Anna", "Nov 1, 2026")
        .doesNotContain("secret-order");
  }

  @Test
  void theContentsSayWhatThereIsOfTheClientAlone() throws Exception {
    assertThat(page("dataset", ""))
        .contains("/clients/own-client/data?dataset=orders&amp;table=1", "single records")
        .doesNotContain("table=2");
  }

  @Test
  void sumsStandBelowTheirColumnsWithTheCurrency() throws Exception {
    assertThat(page("dataset", "orders")).contains("30.50").contains("Total", "EUR");
    assertThat(page("dataset", "orders", "where", "order_id=A-2"))
        .contains("20.00")
        .doesNotContain("30.50", "A-1");
  }

  @Test
  void textOfAFileIsNeitherMarkupNorAFormula() throws Exception {
    assertThat(page("dataset", "orders")).doesNotContain(SCRIPT);
    assertThat(csv("dataset", "orders"))
        .contains("\"'=HYPERLINK(")
        .contains(SCRIPT)
        .doesNotContain(",=HYPERLINK", "\"=HYPERLINK");
  }

  @Test
  void whoSomebodyIsStandsOnNoPageAndInNoTable() throws Exception {
    assertThat(page("dataset", "orders"))
        .contains("nobody is named", PERSON.substring(0, 8) + "…")
        .doesNotContain(PERSON);
    assertThat(csv("dataset", "orders")).doesNotContain(PERSON.substring(0, 8), "Customer");
    assertThatThrownBy(() -> page("dataset", "orders", "where", "customer_key=" + PERSON))
        .isInstanceOf(Problem.class);
    assertThat(page("dataset", "orders", "values", "customer_key")).doesNotContain(PERSON);
  }

  @Test
  void theTableForASpreadsheetHasWhatIsShown() throws Exception {
    assertThat(csv("dataset", "orders", "where", "order_id=A-1", "sort", "total").lines())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("\uFEFFFirst day,Last day,Currency,"))
        .anyMatch(
            line ->
                line.startsWith("2026-10-05,2026-10-05,EUR,")
                    && line.contains(",10.5,")
                    && line.contains(",orders of own-client.csv,2,1,"));
  }

  @Test
  void whatIsNotTheClientsIsNotThere() {
    assertThatThrownBy(() -> page("dataset", "orders", "table", "2"))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(404));
    assertThatThrownBy(() -> csv("dataset", "orders", "table", "2")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> page("dataset", "passwords")).isInstanceOf(Problem.class);

    new ClientScope(Optional.of("nobody"), false).enter();
    assertThatThrownBy(() -> page("dataset", "orders")).isInstanceOf(UnknownClientException.class);
  }

  @Test
  void anAddressThatSaysNothingUsefulIsRefusedInWords() {
    assertThatThrownBy(() -> csv("dataset", ""))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(400));
    assertThatThrownBy(() -> page("dataset", "orders", "from", "yesterday"))
        .hasMessage("\"yesterday\" is no day. Write it like 2026-10-01.");
    assertThatThrownBy(() -> page("dataset", "orders", "from", "2026-10-02", "to", "2026-10-01"))
        .hasMessageContaining("is before the first");
    assertThatThrownBy(() -> page("dataset", "orders", "where", "total; drop table orders=1"))
        .hasMessageContaining("no column");
  }

  @Test
  void noRowsSayWhatToDo() throws Exception {
    assertThat(page("dataset", "orders", "where", "order_id=nothing")).contains("All rows");
  }
}
