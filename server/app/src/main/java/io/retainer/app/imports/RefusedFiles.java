package io.retainer.app.imports;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.warehouse.TakenFile;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.Workspace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The files of which nothing was imported, however they came. Each stays until a later import takes
 * the same bytes, or a file of that name, or until somebody says that they have seen it.
 */
public final class RefusedFiles {

  private static final Duration KEPT = Duration.ofDays(92);
  private static final int MOST = 200;
  private static final int LONGEST_NAME = 400;
  private static final Set<Status> REFUSED = Set.of(Status.REJECTED, Status.UNRECOGNISED);

  private final Workspace workspace;

  public RefusedFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Remembers those of an import that were refused, in the place of what was said of them before.
   */
  public void note(ClientId client, List<ImportResult> results) {
    List<ImportResult> refused =
        results.stream().filter(result -> REFUSED.contains(result.status())).toList();
    if (refused.isEmpty()) {
      return;
    }
    Instant now = workspace.clock().instant();
    workspace
        .state()
        .jdbi()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("delete from refused_file where at < :oldest")
                  .bind("oldest", now.minus(KEPT))
                  .execute();
              refused.forEach(result -> add(handle, client, result, now));
            });
  }

  private static void add(Handle handle, ClientId client, ImportResult result, Instant now) {
    String name = shortened(result.file());
    handle
        .createUpdate("delete from refused_file where client = :client and file = :file")
        .bind("client", client.value())
        .bind("file", name)
        .execute();
    handle
        .createUpdate(
            """
            insert into refused_file (id, client, file, sha256, status, batch, at)
            values (:id, :client, :file, :sha256, :status, :batch, :at)
            """)
        .bind("id", UUID.randomUUID().toString())
        .bind("client", client.value())
        .bind("file", name)
        .bind("sha256", result.sha256())
        .bind("status", result.status().word())
        .bind("batch", result.batch().orElse(null))
        .bind("at", now)
        .execute();
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /** Those that nobody has dealt with, the latest first. */
  public List<RefusedFile> open() {
    List<RefusedFile> kept =
        workspace
            .state()
            .jdbi()
            .withHandle(
                handle ->
                    ClientScope.bind(
                            handle.createQuery(
                                "select * from refused_file where "
                                    + ClientScope.CLIENT
                                    + " order by at desc, file limit :most"))
                        .bind("most", MOST)
                        .map(RefusedFiles::read)
                        .list());
    if (kept.isEmpty()) {
      return kept;
    }
    List<TakenFile> taken =
        workspace
            .warehouse()
            .taken(
                kept.stream().map(RefusedFile::client).collect(Collectors.toSet()),
                kept.stream().map(RefusedFile::file).collect(Collectors.toSet()),
                hashes(kept),
                kept.get(kept.size() - 1).at());
    return kept.stream().filter(file -> taken.stream().noneMatch(it -> settles(it, file))).toList();
  }

  private static Set<String> hashes(List<RefusedFile> files) {
    Set<String> hashes = new HashSet<>();
    files.stream().map(RefusedFile::sha256).filter(hash -> !hash.isEmpty()).forEach(hashes::add);
    return hashes;
  }

  /** The export that was mended has other bytes, and usually the name that it had. */
  private static boolean settles(TakenFile taken, RefusedFile refused) {
    return taken.client().equals(refused.client())
        && !taken.at().isBefore(refused.at())
        && (taken.sha256().equals(refused.sha256()) || taken.name().equals(refused.file()));
  }

  /** Somebody knows and nothing more is to be done. */
  public void seen(String id) {
    workspace
        .state()
        .jdbi()
        .useHandle(
            handle ->
                ClientScope.bind(
                        handle.createUpdate(
                            "delete from refused_file where id = :id and " + ClientScope.CLIENT))
                    .bind("id", id)
                    .execute());
  }

  private static RefusedFile read(ResultSet row, StatementContext context) throws SQLException {
    return new RefusedFile(
        row.getString("id"),
        new ClientId(row.getString("client")),
        row.getString("file"),
        row.getString("sha256"),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("batch")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
