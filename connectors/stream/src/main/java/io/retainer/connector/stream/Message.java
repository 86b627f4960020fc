package io.retainer.connector.stream;

import io.retainer.toolkit.JsonValue;
import java.util.Locale;

/**
 * One line of a file of messages.
 *
 * @param type as it is written, in capitals; empty for a line that is no message
 * @param stream name of the stream it is about, or empty
 * @param record the record, for messages of that kind
 */
record Message(Kind kind, String type, String stream, JsonValue record, JsonValue whole) {

  enum Kind {
    RECORD,
    SCHEMA,
    ACTIVATE_VERSION,
    TRACE,
    /** Records in files of their own, which are not here. */
    BATCH,
    /** States, logs and descriptions: nothing for us. */
    IDLE,
    UNKNOWN,
    NO_MESSAGE
  }

  static Message of(JsonValue value) {
    String type = value.at("type").text().toUpperCase(Locale.ROOT);
    if (type.isEmpty()) {
      return ofBareRecord(value);
    }
    return switch (type) {
      case "RECORD" -> ofRecord(value, type);
      case "SCHEMA" ->
          new Message(Kind.SCHEMA, type, value.at("stream").text(), none(value), value);
      case "ACTIVATE_VERSION" ->
          new Message(Kind.ACTIVATE_VERSION, type, value.at("stream").text(), none(value), value);
      case "BATCH" -> new Message(Kind.BATCH, type, value.at("stream").text(), none(value), value);
      case "TRACE" -> new Message(Kind.TRACE, type, "", none(value), value);
      case "STATE", "LOG", "SPEC", "CATALOG", "CONNECTION_STATUS", "CONTROL" ->
          new Message(Kind.IDLE, type, "", none(value), value);
      default -> new Message(Kind.UNKNOWN, type, "", none(value), value);
    };
  }

  /** Airbyte wraps the record once more. */
  private static Message ofRecord(JsonValue value, String type) {
    JsonValue record = value.at("record");
    boolean isAirbyte = record.at("data").isObject() && !value.has("stream");
    String stream = (isAirbyte ? record : value).at("stream").text();
    JsonValue fields = isAirbyte ? record.at("data") : record;
    return stream.isEmpty() || !fields.isObject()
        ? new Message(Kind.NO_MESSAGE, type, "", none(value), value)
        : new Message(Kind.RECORD, type, stream, fields, value);
  }

  /** Airbyte's own files of records leave the wrapping out. */
  private static Message ofBareRecord(JsonValue value) {
    boolean isRecord =
        !value.at("stream").text().isEmpty()
            && value.at("data").isObject()
            && value.has("emitted_at");
    return isRecord
        ? new Message(Kind.RECORD, "RECORD", value.at("stream").text(), value.at("data"), value)
        : new Message(Kind.NO_MESSAGE, "", "", none(value), value);
  }

  private static JsonValue none(JsonValue value) {
    return value.at(-1);
  }

  long line() {
    return whole.line();
  }

  /** The version of a table that a record belongs to, or empty. */
  String version() {
    return whole.at("version").text();
  }

  /** Whether the source says that the thing is gone. */
  boolean isDeleted() {
    return !record.at("_sdc_deleted_at").isMissing()
        || !record.at("_ab_cdc_deleted_at").isMissing();
  }
}
