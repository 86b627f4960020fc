package io.retainer.app.audit;

import io.retainer.app.shell.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What an address asks of the log. Days are of UTC, the last one included. */
public final class AuditQuery {

  @QueryParam("who")
  @DefaultValue("")
  private String who;

  @QueryParam("client")
  @DefaultValue("")
  private String client;

  @QueryParam("what")
  @DefaultValue("")
  private String what;

  @QueryParam("from")
  @DefaultValue("")
  private String from;

  @QueryParam("to")
  @DefaultValue("")
  private String to;

  @QueryParam("before")
  @DefaultValue("")
  private String before;

  public String who() {
    return who;
  }

  public String client() {
    return client;
  }

  public String what() {
    return what;
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  /** The same question as the query of an address. */
  public String query() {
    return "who=%s&client=%s&what=%s&from=%s&to=%s"
        .formatted(encoded(who), encoded(client), encoded(what), encoded(from), encoded(to));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  AuditLog.Filter filter(int most) {
    return new AuditLog.Filter(
        who.strip(),
        client.strip(),
        what.strip(),
        day(from),
        day(to).map(start -> start.plusSeconds(86_400)),
        number(),
        most);
  }

  private static Optional<Instant> day(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      throw Problem.invalid("A day is written like 2026-10-01, saw \"" + text + "\".");
    }
  }

  private Optional<Long> number() {
    if (before.isBlank()) {
      return Optional.empty();
    }
    if (!before.matches("[0-9]{1,18}")) {
      throw Problem.invalid("\"before\" is the number of an entry, saw \"" + before + "\".");
    }
    return Optional.of(Long.valueOf(before));
  }
}
