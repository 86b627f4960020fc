package io.retainer.warehouse.imports;

import io.retainer.model.fact.BareText;

/** Texts are taken in bare, whichever connector read them; one of nothing but blanks is none. */
final class BareTexts {

  private BareTexts() {}

  /**
   * @return the array itself when nothing in it changes
   */
  static Object[] of(Object[] values) {
    Object[] bare = values;
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text) {
        String kept = BareText.of(text);
        if (kept.length() < text.length() || kept.isEmpty()) {
          bare = bare == values ? values.clone() : bare;
          bare[i] = kept.isEmpty() ? null : kept;
        }
      }
    }
    return bare;
  }
}
