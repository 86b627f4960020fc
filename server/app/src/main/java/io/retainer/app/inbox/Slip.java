package io.retainer.app.inbox;

import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** The text beside a file that says what became of it. */
record Slip(Client client, ImportResult result, Instant at) {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** Where its file belongs. */
  String folder() {
    return isRefused() ? "failed" : "done";
  }

  private boolean isRefused() {
    return result.status() == Status.REJECTED || result.status() == Status.UNRECOGNISED;
  }

  String text() {
    var text = new StringBuilder();
    text.append(result.file()).append(": ").append(result.status().word()).append('\n');
    text.append(meaning()).append('\n');
    text.append("Client: ").append(client.name()).append('\n');
    text.append("Looked at: ")
        .append(MINUTE.format(at.atZone(client.zone())))
        .append(' ')
        .append(client.zone().getId())
        .append('\n');
    result.batch().ifPresent(batch -> text.append("Import: ").append(batch).append('\n'));
    text.append("SHA-256: ").append(result.sha256()).append('\n');
    for (ImportResult.Table table : result.tables()) {
      text.append(
          "Table: %s, %d rows, %d rejected\n"
              .formatted(table.table(), table.rows(), table.rejectedRows()));
    }
    IssueWords.notes(result).ifPresent(notes -> text.append('\n').append(notes).append('\n'));
    IssueWords.of(result).ifPresent(reason -> text.append('\n').append(reason).append('\n'));
    return text.toString();
  }

  private String meaning() {
    return switch (result.status()) {
      case ACCEPTED ->
          result.isReadToTheLast()
              ? "Every row was read."
              : "The file was read. Lines that were passed over are counted below, with the reason.";
      case PARTIAL ->
          "The good rows count. Those listed below were left out; correct them and drop the file"
              + " again.";
      case DUPLICATE -> "The same bytes were imported before. Nothing changed.";
      case REJECTED ->
          "Nothing of this file was imported. Mend what is listed below, then drop it into the"
              + " client's folder again.";
      case UNRECOGNISED ->
          "No connector knows this layout. On the Inbox page somebody can say"
              + " what its columns are.";
    };
  }
}
