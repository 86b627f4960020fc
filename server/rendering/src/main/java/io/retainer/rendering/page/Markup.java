package io.retainer.rendering.page;

import io.retainer.rendering.words.DirectionMarks;
import io.retainer.rendering.words.Html;
import io.retainer.rendering.words.NoBreaks;

/** HTML as it is written, every text and every attribute made harmless. */
final class Markup {

  private final StringBuilder html = new StringBuilder(1 << 16);

  /**
   * @param attributes names and values in turn
   */
  Markup open(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      html.append(harmless(attributes[i + 1])).append('"');
    }
    html.append('>');
    return this;
  }

  Markup close(String tag) {
    html.append("</").append(tag).append(">\n");
    return this;
  }

  Markup text(String text) {
    html.append(harmless(NoBreaks.joined(text)));
    return this;
  }

  /** A whole element with nothing but text. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A name from the data: whichever way it is written, it turns nothing around it. */
  Markup name(String name) {
    html.append("<bdi>").append(harmless(name)).append("</bdi>");
    return this;
  }

  /** Markup that was made harmless where it was made. */
  Markup made(String markup) {
    html.append(markup).append('\n');
    return this;
  }

  private static String harmless(String text) {
    return Html.escape(DirectionMarks.removedFrom(text));
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
