package io.retainer.toolkit;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The tables of a web page as one sheet: what many programs write and call .xls. */
record HtmlSheet(String name, TextBytes bytes, List<Row> head) implements Sheet {

  private static final List<String> OF_A_PAGE = List.of("<script", "<form", "<input", "<iframe");

  /**
   * Whether it is a table in the clothes of a page. What has scripts or fields is a page for
   * people, such as the one to sign in.
   *
   * @param start the beginning of the file
   */
  static boolean begins(String start) {
    if (!start.stripLeading().startsWith("<")) {
      return false;
    }
    String lower = start.toLowerCase(Locale.ROOT);
    return lower.contains("<table") && OF_A_PAGE.stream().noneMatch(lower::contains);
  }

  static FileContent sheets(String name, Bytes bytes, TextHints hints) throws IOException {
    var content = new TextBytes(bytes, hints);
    List<Row> head;
    try (var rows = new HtmlRows(content.open())) {
      head = TypedSheet.head(rows);
    }
    return new FileContent(
        FileContent.Kind.TEXT, List.of(new HtmlSheet(name, content, head)), List.of());
  }

  @Override
  public boolean isWorkbook() {
    return false;
  }

  /** Of the two signs of a fraction none is unlikely here, as it is where commas part cells. */
  @Override
  public char delimiter() {
    return '\t';
  }

  @Override
  public Rows rows() throws IOException {
    return new HtmlRows(bytes.open());
  }
}
