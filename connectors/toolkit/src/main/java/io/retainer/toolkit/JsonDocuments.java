package io.retainer.toolkit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values at a path of the documents in a text, found while the parser passes over it. */
final class JsonDocuments implements JsonValues {

  /**
   * A bracket on the way that is open.
   *
   * @param depth keys of the path that led here
   * @param isWanted an array at the path's end, whose items are what is looked for
   */
  private record Open(boolean isArray, int depth, boolean isWanted) {}

  private final JsonParser parser;
  private final JsonTree tree;
  private final String[] path;
  private final long linesBefore;
  private final Deque<Open> open = new ArrayDeque<>();
  private int document = -1;
  private long onFirstLine;
  private boolean isOver;

  /**
   * @param linesBefore lines of the file before this text
   */
  JsonDocuments(Reader text, long linesBefore, String... path) throws IOException {
    this.parser = JsonFaults.FACTORY.createParser(text);
    this.tree = new JsonTree(parser, linesBefore, false);
    this.path = path.clone();
    this.linesBefore = linesBefore;
  }

  @Override
  public JsonValue next() throws IOException {
    boolean isSound = false;
    try {
      JsonToken token;
      JsonValue found = null;
      while (found == null && !isOver && (token = tree.advance()) != null) {
        found = step(token);
      }
      isSound = found != null;
      return found == null ? null : numbered(found);
    } catch (IOException | IllegalStateException failure) {
      throw JsonFaults.translated(failure, linesBefore + parser.currentLocation().getLineNr());
    } finally {
      isOver = !isSound;
    }
  }

  private JsonValue step(JsonToken token) throws IOException {
    if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
      open.pop();
      return null;
    }
    Open around = open.peek();
    if (around == null) {
      document += token == JsonToken.START_ARRAY ? 0 : 1;
      return arrive(token, 0);
    }
    if (around.isArray()) {
      document += open.size() == 1 ? 1 : 0;
      return around.isWanted() ? tree.anew().value() : arrive(token, around.depth());
    }
    boolean leads = path[around.depth()].equals(parser.currentName());
    JsonToken value = tree.advance();
    if (leads) {
      return arrive(value, around.depth() + 1);
    }
    parser.skipChildren();
    return null;
  }

  /** A value to which so many keys of the path lead. */
  private JsonValue arrive(JsonToken token, int depth) throws IOException {
    boolean isAtEnd = depth == path.length;
    if (token == JsonToken.START_ARRAY) {
      open.push(new Open(true, depth, isAtEnd));
    } else if (isAtEnd) {
      return tree.anew().value();
    } else if (token == JsonToken.START_OBJECT) {
      open.push(new Open(false, depth, false));
    }
    return null;
  }

  private JsonValue numbered(JsonValue value) {
    return value.line() == 1 ? value.onLine(++onFirstLine) : value;
  }

  @Override
  public int document() {
    return Math.max(0, document);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Every document without the values at the path. */
  static List<JsonValue> around(Reader text, String... path) throws IOException {
    var documents = new ArrayList<JsonValue>();
    try (var parser = JsonFaults.FACTORY.createParser(text)) {
      var tree = new JsonTree(parser, 0, false);
      boolean inList = false;
      JsonToken token;
      while ((token = tree.advance()) != null) {
        if (!inList && token == JsonToken.START_ARRAY) {
          inList = true;
        } else if (inList && token == JsonToken.END_ARRAY) {
          inList = false;
        } else {
          documents.add(tree.around(0, path));
        }
      }
    } catch (IOException | IllegalStateException failure) {
      throw JsonFaults.translated(failure, 0);
    }
    return documents;
  }
}
