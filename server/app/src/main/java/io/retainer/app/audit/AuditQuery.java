package io.retainer.app.audit;

import io.retainer.app.shell.Problem;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an address asks of the log. Days are of the zone that the browser is in, as far as it has
 * said so, else of UTC; the last one is included.
 */
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

  @QueryParam("kind")
  @DefaultValue("")
  private String kind;

  /** The pages' script keeps it. */
  @CookieParam("retainer-zone")
  @DefaultValue("UTC")
  private String zone;

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

  public String kind() {
    return kind;
  }

  public ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  /** The same question as the query of an address. */
  public String query() {
    return "who=%s&client=%s&kind=%s&what=%s&from=%s&to=%s"
        .formatted(
            encoded(who),
            encoded(client),
            encoded(kind),
            encoded(what),
            encoded(from),
            encoded(to));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  AuditLog.Filter filter(int most) {
    return new AuditLog.Filter(
        who.strip(),
        client.strip(),
        what.strip(),
        Deeds.ofKind(kind.strip()),
        day(from).map(this::start),
        day(to).map(last -> start(last.plusDays(1))),
        number(),
        most);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  private static Optional<LocalDate> day(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.strip()));
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
