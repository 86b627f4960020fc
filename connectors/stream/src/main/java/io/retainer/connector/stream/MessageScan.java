package io.retainer.connector.stream;

import io.retainer.mapping.Mapping;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.JsonValues;
import io.retainer.toolkit.UnreadableContent;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads all messages once, reports what is wrong with them, and learns which streams there are. */
final class MessageScan {

  private final List<Mapping> mappings;
  private final FactSink sink;
  private final Map<String, Scanned> streams = new LinkedHashMap<>();

  private MessageScan(List<Mapping> mappings, FactSink sink) {
    this.mappings = mappings;
    this.sink = sink;
  }

  static Collection<Scanned> streams(JsonText text, List<Mapping> mappings, FactSink sink)
      throws IOException {
    var scan = new MessageScan(mappings, sink);
    try (var values = text.values()) {
      JsonValue value;
      while ((value = scan.next(values)) != null) {
        scan.take(Message.of(value));
      }
    }
    scan.lookAgain(text);
    scan.sayReplaced();
    return scan.streams.values();
  }

  /**
   * A tap writes the SCHEMA, with the key, before the records. In a file that was sorted or put
   * together it stands behind them, and holds for them all the same.
   */
  private void lookAgain(JsonText text) throws IOException {
    List<Scanned> late = streams.values().stream().filter(Scanned::isKeyLate).toList();
    if (late.isEmpty()) {
      return;
    }
    late.forEach(Scanned::forgetReplaced);
    try (var values = text.values()) {
      JsonValue value;
      while ((value = nextSound(values)) != null) {
        Message message = Message.of(value);
        Scanned stream = streams.get(message.stream());
        if (message.kind() == Message.Kind.RECORD && stream.isKeyLate()) {
          stream.takeAgain(message);
        }
      }
    }
  }

  private void sayReplaced() {
    for (Scanned stream : streams.values()) {
      for (long line : stream.replaced()) {
        sink.passedOver(line, "a later record of the same key takes its place");
      }
    }
  }

  /** The next line that is JSON, once all have been read and those that are none were told. */
  static JsonValue nextSound(JsonValues values) throws IOException {
    while (true) {
      try {
        return values.next();
      } catch (UnreadableContent alreadyTold) {
        continue;
      }
    }
  }

  /** The next line that is JSON; others are issues. */
  private JsonValue next(JsonValues values) throws IOException {
    while (true) {
      try {
        return values.next();
      } catch (UnreadableContent wrong) {
        sink.issue(wrong.issue());
      }
    }
  }

  private Scanned stream(Message message) {
    return streams.computeIfAbsent(
        message.stream(), name -> new Scanned(name, message.line(), mappings));
  }

  private void take(Message message) {
    switch (message.kind()) {
      case RECORD -> record(message);
      case SCHEMA -> stream(message).describedBy(message.whole());
      case ACTIVATE_VERSION -> stream(message).activate(message.version());
      case TRACE -> trace(message);
      case BATCH ->
          sink.issue(
              new ReadIssue(
                  message.line(),
                  message.stream(),
                  "a BATCH message, whose records are in other files",
                  "RECORD messages",
                  "Let the tap write records: remove \"batch_config\" from its settings."));
      case UNKNOWN ->
          sink.passedOver(message.line(), "a message of the unknown type " + message.type());
      case NO_MESSAGE ->
          sink.issue(
              new ReadIssue(
                  message.line(),
                  "",
                  message.whole().toString(),
                  "a message, with \"type\" and what belongs to it",
                  "The line was not written by a tap or source, or was cut: run it again."));
      case IDLE -> {}
    }
  }

  private void record(Message message) {
    stream(message).take(message);
    if (message.isDeleted()) {
      sink.passedOver(message.line(), "a record that was deleted in the source");
    }
  }

  /** The source says that it failed, as a whole or with one stream. */
  private void trace(Message message) {
    JsonValue trace = message.whole().at("trace");
    boolean isError = trace.at("type").text().equalsIgnoreCase("ERROR");
    JsonValue status = trace.at("stream_status");
    if (isError) {
      sink.issue(
          new ReadIssue(
              message.line(),
              trace.at("error", "stream_descriptor", "name").text(),
              "the source failed: " + trace.at("error", "message").text(),
              "a source that reads to its end",
              "What came before is read. Mend the source and import its next output too."));
    } else if (status.at("status").text().equalsIgnoreCase("INCOMPLETE")) {
      sink.issue(
          new ReadIssue(
              message.line(),
              status.at("stream_descriptor", "name").text(),
              "a stream that the source did not read to its end",
              "the status COMPLETE",
              "What came before is read. Run the source again and import its next output too."));
    }
  }
}
