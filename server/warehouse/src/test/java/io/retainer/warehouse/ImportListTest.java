package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.ImportResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of imports costs as many statements as one import, and says the same of each. */
class ImportListTest {

  private static final String CHANNELS =
      "table web_traffic columns=channel,sessions,bounce_sessions cut=channel";

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void saysOfEachImportWhatItSaidItself() {
    ImportResult first =
        desk.accepted(CHANNELS, "2026-10-01|Direct|5|1", "2026-10-02|Mail|7|2", "= sessions 12");
    ImportResult again =
        desk.accepted(CHANNELS, "2026-10-01|Direct|8|1", "2026-10-02|Mail|9|3", "= sessions 17");
    ImportResult rejected = desk.lines(CHANNELS, "2026-10-03|Direct|4|1", "! a", "! b");
    ImportResult third = desk.accepted(CHANNELS, "2026-10-01|Direct|6|1");
    desk.warehouse.undo(third.batch().orElseThrow(), "anna");

    List<ImportBatch> list = desk.warehouse.batches(Desk.ACME.id());

    assertThat(list).extracting(ImportBatch::result).containsExactly(third, rejected, again, first);
    assertThat(list).allSatisfy(each -> assertThat(desk.warehouse.batch(each.id())).contains(each));
    assertThat(again.restatements().get(0).periods()).hasSize(2);
    assertThat(again.reconciliation()).hasSize(1);
    assertThat(rejected.issues()).hasSize(3);
    assertThat(list.get(0).undoing()).isPresent();
    assertThat(list.get(1).undoing()).isEmpty();
  }

  @Test
  void tenImportsTakeAsManyStatementsAsOne() throws SQLException {
    desk.accepted(CHANNELS, "2026-10-01|Direct|1|1", "2026-10-02|Direct|1|1");
    int ofOne = statements();
    for (int i = 2; i <= 10; i++) {
      desk.accepted(CHANNELS, "2026-10-01|Direct|" + i + "|1", "2026-10-02|Direct|" + i + "|1");
    }

    assertThat(desk.warehouse.batches(Desk.ACME.id())).hasSize(10);
    assertThat(statements()).isEqualTo(ofOne).isPositive();
  }

  private int statements() throws SQLException {
    desk.close();
    List<String> asked = new ArrayList<>();
    try (var database = TestFacts.database(folder);
        Connection connection = database.reading()) {
      Ledger.ofClient(noting(connection, asked), Desk.ACME.id());
    }
    desk = new Desk(folder);
    return asked.size();
  }

  private static Connection noting(Connection connection, List<String> asked) {
    return (Connection)
        Proxy.newProxyInstance(
            ImportListTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, values) -> {
              if (method.getName().equals("prepareStatement")) {
                asked.add((String) values[0]);
              }
              try {
                return method.invoke(connection, values);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
