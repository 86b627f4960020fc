package io.retainer.toolkit;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A JSON text: one document, several one after the other, or one on each line. It can be opened any
 * number of times and is read as a stream, whatever its size.
 *
 * <p>A path names the keys that lead to values. Lists on the way are gone through item by item, and
 * so is the list at the path's end: {@code values("rows")} gives all rows of an answer, and of a
 * list of answers. Without keys it gives the documents.
 */
public final class JsonText {

  private static final Pattern BEGINNING =
      Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*([{\\[]|\\]\\s*$))");

  private final String name;
  private final TextBytes bytes;
  private JsonBeginning beginning;

  JsonText(String name, Bytes bytes, TextHints hints) {
    this.name = name;
    this.bytes = new TextBytes(bytes, hints);
  }

  /** The file's or entry's own name, without folders. */
  public String name() {
    return name;
  }

  /** Whether each line is a document. */
  public boolean isLines() throws IOException {
    return beginning().isLines();
  }

  /** The first document, as far as the beginning of the text goes. */
  public JsonValue head() throws IOException {
    return heads().get(0);
  }

  /**
   * The documents at the beginning of the text. The last one may end early; lines that are no JSON
   * are not among them.
   */
  public List<JsonValue> heads() throws IOException {
    return beginning().values();
  }

  /** The values at a path in the beginning of the text. */
  List<JsonValue> headValues(String... path) throws IOException {
    return beginning().at(path);
  }

  private JsonBeginning beginning() throws IOException {
    if (beginning == null) {
      beginning = JsonBeginning.of(bytes);
    }
    return beginning;
  }

  /** The values at a path, one by one. */
  public JsonValues values(String... path) throws IOException {
    Reader text = bytes.open();
    return isLines() ? new JsonLines(text, path) : new JsonDocuments(text, 0, path);
  }

  /**
   * Every document without the values at the path, which are passed over: what a platform says
   * besides its rows.
   */
  public List<JsonValue> around(String... path) throws IOException {
    try (var text = bytes.open()) {
      return JsonDocuments.around(text, path);
    }
  }

  /**
   * The values at a path as a sheet below headings, for everything that reads tables. Numbers in
   * JSON have a decimal point, so that no form is left to decide.
   *
   * @param cells the cells of a value, one for each heading
   */
  public Sheet sheet(
      List<String> headings, Function<JsonValue, List<String>> cells, String... path) {
    return new JsonSheet(this, headings, cells, path);
  }

  /**
   * Whether a text begins as JSON does, and as neither a cell nor a preamble would.
   *
   * @param start its first characters; of an encoding with wide characters without the zeros
   */
  static boolean begins(String start) {
    return BEGINNING.matcher(start).lookingAt()
        || start.lines().limit(20).map(String::strip).anyMatch(JsonText::isMessage);
  }

  /** Programs that write a message on each line may say something else first. */
  private static boolean isMessage(String line) {
    return line.startsWith("{\"type\"") && line.endsWith("}");
  }
}
