package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TwoClients;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.UnknownClientException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every writing operation, page and API alike, asked by a manager of one client about what belongs
 * to another. It is not the answer alone that counts: nothing may have changed. The door is not
 * asked, so that each operation has to refuse by itself.
 */
class ForeignChangesTest {

  private static final String MANAGER = "manager-of-own";

  /** They keep something for the log of what they do, and change nothing else. */
  private static final Set<String> LOGS =
      Set.of("AUDIT_ENTRY", "AUDIT_OUTCOME", "DEED_NOTE", "flyway_schema_history");

  @TempDir private Path folder;
  private Server server;

  @BeforeEach
  void open() throws IOException {
    TwoClients.in(folder);
    Files.createSymbolicLink(
        folder.resolve("report-templates"), Path.of("../../report-templates").toRealPath());
    server = Operation.server(folder);
    server
        .workspace()
        .state()
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  """
                  insert into account (id, name, role, limited, created_at)
                  values (?, 'maria', 'manager', true, current_timestamp)
                  """,
                  MANAGER);
              handle.execute(
                  "insert into client_access (holder, client) values (?, ?)",
                  MANAGER,
                  TwoClients.OWN.value());
            });
  }

  @AfterEach
  void close() {
    ClientScope.leave();
    server.close();
  }

  @Test
  void noneChangesWhatBelongsToAForeignClientAndEachRefusesIt() throws IOException {
    List<String> surprises = new ArrayList<>();
    Map<String, Operation> operations = operations();
    for (LeastRoles.Line line : writing()) {
      Map<String, String> before = belongings();
      Asked answer = ask(operations.get(word(line)), line, TwoClients.FOREIGN, limited());
      if (!belongings().equals(before)) {
        surprises.add(word(line) + " changes what is foreign and answers " + answer);
      } else if (isOfOneClient(line) && !Set.of(403, 404).contains(answer.status())) {
        surprises.add(word(line) + " answers " + answer);
      }
    }

    assertThat(surprises).isEmpty();
  }

  /** Else the test above would be content with requests that nobody could do anything with. */
  @Test
  void whoMaySeeTheClientIsUnderstoodByEach() throws IOException {
    List<String> surprises = new ArrayList<>();
    Map<String, Operation> operations = operations();
    int number = 0;
    for (LeastRoles.Line line : writing()) {
      if (line.of() == LeastRoles.Of.PATH
          || !isOfOneClient(line) && line.of() != LeastRoles.Of.BODY) {
        continue;
      }
      var client = new ClientId("seen-" + ++number);
      ClientScope.ALL.enter();
      TwoClients.add(server.workspace(), client);
      Asked answer = ask(operations.get(word(line)), line, client, everywhere());
      if (Set.of(400, 403, 404).contains(answer.status())) {
        surprises.add(word(line) + " answers " + answer);
      }
    }

    assertThat(surprises).isEmpty();
  }

  /** What concerns all clients at once is refused at the door to who sees only some. */
  private static List<LeastRoles.Line> writing() throws IOException {
    return LeastRoles.table().stream()
        .filter(line -> !line.method().equals("GET") && line.role().isPresent())
        .filter(line -> line.of() != LeastRoles.Of.ALL)
        .toList();
  }

  /** A form that names a foreign client may also come again, as with one that does not exist. */
  private static boolean isOfOneClient(LeastRoles.Line line) {
    return switch (line.of()) {
      case PATH, RUN, SCHEDULE, DELIVERY, OWNER -> true;
      default -> false;
    };
  }

  private Map<String, Operation> operations() {
    Map<String, Operation> operations = new TreeMap<>();
    Operation.of(server).forEach(each -> operations.put(each.method() + " " + each.path(), each));
    return operations;
  }

  private static String word(LeastRoles.Line line) {
    return line.method() + " " + line.path();
  }

  private static Account limited() {
    return new Account(MANAGER, "maria", Role.MANAGER, true);
  }

  private static Account everywhere() {
    return new Account("owner", "olga@agency.example", Role.OWNER);
  }

  private record Asked(int status, String said) {}

  private Asked ask(Operation operation, LeastRoles.Line line, ClientId client, Account who) {
    who.scope().enter();
    try {
      Object answer = new Trespass(line, client.value(), who).of(server, operation);
      return answer instanceof Response response
          ? new Asked(response.getStatus(), "")
          : new Asked(200, "");
    } catch (Problem e) {
      return new Asked(e.status(), e.getMessage());
    } catch (UnknownClientException e) {
      return new Asked(404, e.getMessage());
    } finally {
      ClientScope.leave();
    }
  }

  /** Each row of the state and each file that names the foreign client. */
  private Map<String, String> belongings() throws IOException {
    Map<String, String> found = new TreeMap<>();
    server
        .workspace()
        .state()
        .jdbi()
        .useHandle(
            handle ->
                tables(handle)
                    .forEach(
                        table ->
                            handle
                                .createQuery("select * from " + table)
                                .map((row, context) -> text(row))
                                .filter(row -> row.contains(TwoClients.FOREIGN.value()))
                                .forEach(row -> found.put(table + " " + row, ""))));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String name = folder.relativize(file).toString();
        if (name.contains(TwoClients.FOREIGN.value())) {
          found.put(name, Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
      }
    }
    return found;
  }

  private static String text(ResultSet row) throws SQLException {
    var text = new StringBuilder();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      text.append(row.getMetaData().getColumnName(column)).append('=');
      text.append(row.getString(column)).append(' ');
    }
    return text.toString();
  }

  private static List<String> tables(Handle handle) {
    return handle
        .createQuery(
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'")
        .mapTo(String.class)
        .filter(table -> !LOGS.contains(table))
        .list();
  }
}
