package io.retainer.app.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** Finds out from an address whom it concerns. */
final class AuditedClient {

  private static final Pattern OBJECT =
      Pattern.compile("/(?:api/v1/)?(clients|reports|runs|schedules|deliveries)/([^/?]{1,64}).*");

  private AuditedClient() {}

  static Optional<String> of(Handle handle, String path) {
    Matcher object = OBJECT.matcher(path.replaceFirst("^https?://[^/]*", ""));
    if (!object.matches()) {
      return Optional.empty();
    }
    String id = object.group(2);
    return switch (object.group(1)) {
      case "clients" -> one(handle, "select id from client where id = ?", id);
      case "schedules" -> one(handle, "select client from report_schedule where id = ?", id);
      case "deliveries" -> one(handle, "select client from delivery where id = ?", id);
      default -> one(handle, "select client from report_run where id = ?", id);
    };
  }

  private static Optional<String> one(Handle handle, String question, String id) {
    return handle.select(question, id).mapTo(String.class).findOne();
  }
}
