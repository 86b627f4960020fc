package io.retainer.kpi.script;

/** A sign that no definition needs. */
final class StrangeSign {

  private static final String CYRILLIC =
      "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0406"
          + "\u0455\u0458\u043A\u04BB\u0501\u051B\u051D\u0405\u0408";
  private static final String LATIN = "aeopcyxiABEKMHOPCTYXIsjkhdqwSJ";

  private StrangeSign() {}

  /** A sign that is not seen, or that turns the direction of writing, is told by its number. */
  static void report(char c, Place at, Problems problems) {
    String advice =
        switch (c) {
          case '@' -> "annotations have no place here";
          case '$' -> "use single quotes: '…'";
          case '\\' -> "write the letter itself";
          case '?' -> "a condition belongs into where(…)";
          case '%' -> "write 0.05 for 5 %";
          case '\u2018', '\u2019', '\u201A', '\u201B' -> "use straight quotes: '…'";
          case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB' ->
              "use straight quotes: '…'";
          case '\u00F7', '\u2215', '\u2044' -> "divide with /";
          case '\u00D7', '\u22C5', '\u00B7' -> "multiply with *";
          case '\u2012', '\u2013', '\u2014', '\u2212' ->
              "subtract with -, the sign of the keyboard";
          case '\u2192' -> "leave it out, or subtract with -";
          case '\u2264' -> "write <=";
          case '\u2265' -> "write >=";
          case '\u2260' -> "write !=";
          case '\u00A0', '\u202F', '\u2009' -> "write an ordinary blank, and none inside a number";
          case '^' -> "there are + - * /; a rate over several periods is compounded(…, 12)";
          case '~' -> "a text is looked for with contains, startsWith or endsWith";
          case '#' -> "a comment begins with //";
          case '\u20AC', '\u00A3', '\u20BD' -> "an amount is written money(3.50, 'EUR')";
          default -> alike(c);
        };
    String shown =
        Character.isISOControl(c)
                || Character.isSurrogate(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
            ? "character U+%04X".formatted((int) c)
            : "'" + c + "'";
    problems.add(at, shown + " is no sign of a definition", advice);
  }

  /** A letter that looks like another one is not found by looking at it. */
  private static String alike(char c) {
    int index = CYRILLIC.indexOf(c);
    if (index >= 0) {
      return "this letter is Cyrillic; write the Latin " + LATIN.charAt(index);
    }
    if (Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC) {
      return "this letter is Cyrillic; words are written in Latin letters, and others stand in"
          + " texts: '…'";
    }
    return Character.isLetter(c)
        ? "words are written in Latin letters; other ones stand in texts: '…'"
        : "remove it";
  }
}
