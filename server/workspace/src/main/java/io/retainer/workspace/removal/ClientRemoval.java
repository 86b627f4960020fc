package io.retainer.workspace.removal;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.FactsFile;
import io.retainer.warehouse.ForgottenFacts;
import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.workspace.FactsOfHome;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.StateInFile;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Deletes a client. Files go first and the client's own row last, so that a removal that was cut
 * off can be begun again.
 */
public final class ClientRemoval {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Workspace workspace;
  private final Client client;
  private final String by;

  /**
   * @param workspace nobody else may work in its home
   * @param by who does it
   * @throws io.retainer.workspace.UnknownClientException when there is no such client
   */
  public ClientRemoval(Workspace workspace, ClientId client, String by) {
    this.workspace = workspace;
    this.client = workspace.clients().named(client);
    this.by = by;
  }

  /** What would be deleted; nothing is changed. */
  public Proof planned() {
    return look(false);
  }

  /**
   * Deletes everything and closes the workspace.
   *
   * @return where the proof lies
   */
  public Path carryOut() {
    HomeFolder home = workspace.home();
    Proof proof = look(false);
    Path file;
    try {
      file =
          PrivateFolder.of(home.root().resolve("removals"))
              .resolve(client.id().value() + "-" + NAME.format(proof.at()) + ".txt");
      Files.writeString(file, proof.text());
      look(true);
    } catch (IOException e) {
      throw new UncheckedIOException("The client cannot be deleted; begin again", e);
    }
    writeStateAnew();
    boolean isInFile = workspace.facts().elsewhere().isEmpty();
    workspace.close();
    if (isInFile) {
      FactsFile.rewrite(home.facts());
    }
    return file;
  }

  /** Databases keep the bytes of deleted rows until then; it also ends H2. */
  private void writeStateAnew() {
    try (Connection connection = workspace.state().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
        statement.execute("shutdown compact");
      } else {
        connection.setNetworkTimeout(Runnable::run, 0);
        statement.execute("vacuum (full) " + tables(statement));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The state cannot be written anew", e);
    }
  }

  private static String tables(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            """
            select string_agg(quote_ident(table_name), ', ') from information_schema.tables
            where table_schema = current_schema() and table_type = 'BASE TABLE'
            """)) {
      row.next();
      return row.getString(1);
    }
  }

  private Proof look(boolean isMeant) {
    try {
      HomeFolder home = workspace.home();
      ForgottenFacts facts = workspace.warehouse().forget(client.id(), false);
      List<String> mails = workspace.state().jdbi().withHandle(handle -> rows(handle).mails());
      var files =
          new FilesOfClient(
              home, client.id(), workspace.clients().all().stream().map(Client::id).toList());
      List<Path> theirs = files.all(facts.files(), mails);
      List<Proof.Gone> gone = theirs.stream().map(this::gone).toList();
      long lines =
          new LogsOfClient(home.root().resolve("logs"), List.of(client.id().value(), client.name()))
              .lines(isMeant);
      if (isMeant) {
        for (Path file : theirs) {
          Files.deleteIfExists(file);
        }
        files.tidy();
        workspace.warehouse().forget(client.id(), true);
      }
      return new Proof(
          client.id(),
          workspace.clock().instant(),
          by,
          state(isMeant),
          facts.rows(),
          gone,
          lines,
          holding(home));
    } catch (IOException e) {
      throw new UncheckedIOException("What the home has of the client cannot be read", e);
    }
  }

  private RowsOfClient rows(Handle handle) {
    return new RowsOfClient(handle, client.id());
  }

  private Map<String, Long> state(boolean isMeant) {
    return workspace
        .state()
        .jdbi()
        .inTransaction(
            handle -> {
              Map<String, Long> gone = rows(handle).delete();
              if (isMeant) {
                writeDown(handle);
              } else {
                handle.rollback();
              }
              return gone;
            });
  }

  private void writeDown(Handle handle) {
    Timestamp now = Timestamp.from(workspace.clock().instant());
    long entry =
        handle
            .createUpdate(
                """
                insert into audit_entry (at, who, holder, address, method, route, path, client)
                values (:now, :who, 'command line', '', 'CLI', 'client remove', 'client remove', :client)
                """)
            .bind("now", now)
            .bind("who", by)
            .bind("client", client.id().value())
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    handle.execute(
        "insert into audit_outcome (entry_id, at, status, who, client) values (?, ?, 200, null, ?)",
        entry,
        now,
        client.id().value());
  }

  private Proof.Gone gone(Path file) {
    try {
      Path inside = workspace.home().root().relativize(file);
      return new Proof.Gone(
          inside.getName(0).toString(), Files.size(file), sha256(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What holds the client still: backups, and files from before a move to a PostgreSQL. */
  private static List<String> holding(HomeFolder home) throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.exists(home.root().resolve(StateInFile.MOVED)) && Files.exists(home.stateFile())) {
      names.add(home.stateFile().getFileName().toString());
    }
    if (Files.exists(home.root().resolve(FactsOfHome.MOVED)) && Files.exists(home.facts())) {
      names.add(home.facts().getFileName().toString());
    }
    Path backups = home.root().resolve("backups");
    if (Files.isDirectory(backups)) {
      try (Stream<Path> files = Files.list(backups)) {
        files.map(file -> "backups/" + file.getFileName()).sorted().forEach(names::add);
      }
    }
    return names;
  }
}
