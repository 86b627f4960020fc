package io.retainer.workspace.removal;

import io.retainer.model.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was deleted of a client, or would be, and what stays.
 *
 * @param state rows by table
 * @param facts rows by table
 * @param logLines lines of logs that named the client
 * @param backups names of backups in the home that still hold the client
 */
public record Proof(
    ClientId client,
    Instant at,
    String by,
    Map<String, Long> state,
    Map<String, Long> facts,
    List<Gone> files,
    long logLines,
    List<String> backups) {

  /**
   * A file that went; its name may hold somebody's address, so it is known by its bytes.
   *
   * @param folder of the home
   */
  public record Gone(String folder, long bytes, String sha256) {}

  /** For people, and for the law. */
  public String text() {
    var text = new StringBuilder();
    text.append("Deletion of the client ").append(client.value()).append('\n');
    text.append("at ").append(at).append(" by ").append(by).append("\n\nDELETED\n\n");
    rows(text, "state", state);
    rows(text, "facts", facts);
    text.append("logs: %,d lines that named the client%n".formatted(logLines));
    text.append(
        "files: %,d, %,d bytes%n"
            .formatted(files.size(), files.stream().mapToLong(Gone::bytes).sum()));
    files.forEach(
        gone ->
            text.append("  %s  %,12d  %s%n".formatted(gone.sha256(), gone.bytes(), gone.folder())));
    text.append(
        """

        STAYS

        This document: that and when it was deleted (GDPR, articles 5(2) and 17).
        The audit log: who did what and when, with the client's short name and no data of theirs
          (GDPR, article 17(3)(b) and (e): to show that duties were met, and against claims).
        What went out: mails and files that recipients have; they are not in this home.
        Originals at the platforms, and whatever folder the exports came from.
        """);
    text.append(
        backups.isEmpty()
            ? "Backups outside of this home hold the client until you delete them; a restored one has to be cleaned again.\n"
            : "Backups, and files from before a move to a PostgreSQL, hold the client until you delete them: these in the home and any elsewhere: "
                + String.join(", ", backups)
                + "\n");
    return text.toString();
  }

  private static void rows(StringBuilder text, String what, Map<String, Long> rows) {
    text.append(
        "%s: %,d rows%n".formatted(what, rows.values().stream().mapToLong(Long::longValue).sum()));
    rows.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> text.append("  %,12d  %s%n".formatted(each.getValue(), each.getKey())));
  }
}
