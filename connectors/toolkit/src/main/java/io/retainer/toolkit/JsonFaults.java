package io.retainer.toolkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.retainer.spi.ReadIssue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Jackson within limits, and what it says against a text in words of ours. */
final class JsonFaults {

  /**
   * Buffers come from a pool of its own: the usual one belongs to threads, and would keep the class
   * loader of a connector that was taken away.
   */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .recyclerPool(JsonRecyclerPools.newBoundedPool(8))
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.JSON_DEPTH)
                  .maxNumberLength(Limits.JSON_NUMBER)
                  .maxStringLength(Limits.RECORD)
                  .maxNameLength(Limits.JSON_NAME)
                  .maxDocumentLength(Limits.UNPACKED)
                  .build())
          .build();

  private JsonFaults() {}

  static IOException translated(Exception failure, long line) {
    if (failure instanceof UnreadableContent known) {
      return known;
    }
    if (failure instanceof CharacterCodingException) {
      return unreadable(
          line,
          "bytes that do not belong to the encoding of the text before",
          "one encoding throughout",
          "Export the file again as UTF-8.",
          failure);
    }
    if (failure instanceof JsonEOFException) {
      return unreadable(
          line,
          "JSON that breaks off in the middle",
          "JSON up to its last bracket",
          "The file was cut off: export or download it again.",
          failure);
    }
    if (failure instanceof StreamConstraintsException beyond) {
      return unreadable(
          line,
          "JSON beyond what an export needs (" + beyond(beyond.getOriginalMessage()) + ")",
          "at most "
              + Limits.JSON_DEPTH
              + " brackets inside each other, numbers of "
              + Limits.JSON_NUMBER
              + " digits and texts of "
              + Limits.RECORD
              + " characters",
          "Check that it is the export, or choose CSV.",
          failure);
    }
    if (failure instanceof JsonProcessingException wrong) {
      return noJson(firstLine(wrong.getOriginalMessage()), line, failure);
    }
    if (failure instanceof IllegalStateException) {
      return noJson(firstLine(String.valueOf(failure.getMessage())), line, failure);
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  /** The library names its settings, which no user has. */
  private static String beyond(String message) {
    String first = firstLine(message);
    return first.contains("nesting depth")
        ? "brackets too deep inside each other"
        : first.contains("Number")
            ? "a number too long"
            : first.contains("Name") || first.contains("name")
                ? "a name too long"
                : first.contains("String") ? "a text too long" : "a document too long";
  }

  private static UnreadableContent noJson(String why, long line, Exception cause) {
    return unreadable(
        line,
        "text that is no JSON (" + why + ")",
        "JSON as the platform wrote it",
        "The file was edited or damaged here: export it again.",
        cause);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  static UnreadableContent unreadable(
      long line, String saw, String expected, String advice, Exception cause) {
    return new UnreadableContent(new ReadIssue(line, "", saw, expected, advice), cause);
  }
}
