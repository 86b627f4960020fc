package io.retainer.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Many texts as lists of JSON, each short enough for a statement. */
final class JsonParts {

  private static final int LARGEST = 400_000;

  private JsonParts() {}

  static List<String> of(Collection<String> texts) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String text : texts) {
      part.append(part.isEmpty() ? '[' : ',');
      TrinoAppender.quoted(text, part);
      if (part.length() >= LARGEST) {
        parts.add(part.append(']').toString());
        part.setLength(0);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.append(']').toString());
    }
    return parts;
  }
}
