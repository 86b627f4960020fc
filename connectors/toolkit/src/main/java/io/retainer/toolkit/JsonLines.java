package io.retainer.toolkit;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** The values at a path of the documents that stand each on a line; a wrong line harms no other. */
final class JsonLines implements JsonValues {

  private final TextLines lines;
  private final String[] path;
  private JsonDocuments current;
  private int document = -1;
  private long onFirstLine;
  private boolean isOver;

  JsonLines(Reader text, String... path) {
    this.lines = new TextLines(text);
    this.path = path.clone();
  }

  @Override
  public JsonValue next() throws IOException {
    while (!isOver) {
      if (current == null && !begin()) {
        isOver = true;
        return null;
      }
      JsonValue found = fromLine();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private boolean begin() throws IOException {
    String line;
    try {
      do {
        line = lines.next();
      } while (line != null && line.isBlank());
    } catch (IOException failure) {
      isOver = true;
      throw JsonFaults.translated(failure, lines.line());
    }
    if (line == null) {
      return false;
    }
    document++;
    current = new JsonDocuments(new StringReader(line), lines.line() - 1, path);
    return true;
  }

  private JsonValue fromLine() throws IOException {
    JsonValue found = null;
    try {
      found = current.next();
      return found == null || lines.line() > 1 ? found : found.onLine(++onFirstLine);
    } finally {
      current = found == null ? null : current;
    }
  }

  @Override
  public int document() {
    return Math.max(0, document);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
