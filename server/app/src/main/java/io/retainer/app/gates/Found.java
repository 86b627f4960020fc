package io.retainer.app.gates;

import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.rendering.words.Formats;
import java.util.Locale;

/**
 * Something that a gate saw.
 *
 * @param text which of the gate's texts says it: {@code gate.<name>.<text>}
 * @param values what stands in it, in the forms of the reader's language
 */
record Found(String text, Values values) {

  /** What stands in the text, for a reader. */
  interface Values {
    Object[] in(Formats formats, Locale locale);
  }

  static Found of(String text, Values values) {
    return new Found(text, values);
  }

  /** The same in every language. */
  static Found plain(String text, Object... values) {
    return new Found(text, (formats, locale) -> values);
  }

  String in(String gate, Language language) {
    return Texts.in(language)
        .text(
            "gate." + gate + "." + text,
            values.in(Formats.of(language.locale()), language.locale()));
  }
}
