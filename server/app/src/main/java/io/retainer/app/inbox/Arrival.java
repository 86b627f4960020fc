package io.retainer.app.inbox;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that came by itself, and what became of it.
 *
 * @param batch its import, where there is one
 * @param reason why it is not accepted, for the person who has to mend it
 * @param mail the mail that brought it
 */
public record Arrival(
    Way way,
    ClientId client,
    String file,
    String sha256,
    ImportResult.Status status,
    Optional<String> batch,
    Optional<String> reason,
    Optional<String> mail,
    Instant at) {

  /** How it came. */
  public enum Way {
    FOLDER,
    MAIL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Arrival of(
      Way way, ClientId client, ImportResult result, Optional<String> mail, Instant at) {
    return new Arrival(
        way,
        client,
        result.file(),
        result.sha256(),
        result.status(),
        result.batch(),
        IssueWords.of(result),
        mail,
        at);
  }
}
