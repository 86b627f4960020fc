package io.retainer.app.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * A change or a download that somebody asked for.
 *
 * @param who the name they had then; empty for a reader of a link
 * @param role its word; empty where nobody was signed in, and of old entries
 * @param way session, token or command; empty as the role
 * @param address the one the request came from, which is the proxy's where there is one
 * @param what method and route, like {@code POST /schedules/{id}/run}
 * @param path as asked for, encoded; the route in place of it where it holds a secret
 * @param client id of whom it concerned, where that is known
 * @param note what things were called then, and what changed
 * @param outcome empty while it is under way, or for ever when the server stopped meanwhile
 */
public record AuditEntry(
    long id,
    Instant at,
    String who,
    Optional<String> role,
    Optional<String> way,
    String address,
    String what,
    String path,
    Optional<String> client,
    AuditNote note,
    Optional<Outcome> outcome) {

  /**
   * @param status the answer's, of HTTP
   */
  public record Outcome(int status) {

    /** Done, refused (not allowed, not found, not valid) or failed. */
    public String word() {
      return status < 400 ? "done" : status < 500 ? "refused" : "failed";
    }
  }

  public String outcomeWord() {
    return outcome.map(Outcome::word).orElse("unknown");
  }
}
