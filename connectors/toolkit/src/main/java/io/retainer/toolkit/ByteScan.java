package io.retainer.toolkit;

/** Counts what tells encodings apart, over bytes that come in pieces. */
final class ByteScan {

  private static final int FEW = 20;

  private long position;
  private long zerosAtEven;
  private long zerosAtOdd;
  private int pending;
  private long sequences;
  private int lowest;
  private int highest = 0xBF;
  private boolean utf8 = true;

  private int previous;
  private int beforePrevious;
  private boolean isQuotedLine;
  private boolean isAfterComma;
  private boolean commasInNumbers;
  private long highBytes;
  private long besideHigh;
  private long besideAscii;
  private long letters1251;
  private long capitalAfterSmall;
  private long undefined1252;
  private long letters;
  private long undefined1251;
  private long macLetters;

  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      int value = bytes[i] & 0xFF;
      if (value >= 0x80 || pending > 0) {
        utf8Step(value);
      }
      if (value >= 0x80) {
        codePageStep(value);
      } else if (value <= ',') {
        signStep(value, position + i);
      } else if (isAfterComma) {
        isAfterComma = false;
        commasInNumbers |= isDigit(value);
      } else if (previous >= 0xC0 && isAsciiLetter(value)) {
        besideAscii++;
      } else if (isMacLetter(previous) && isSmall(value) && isAsciiLetter(beforePrevious)) {
        macLetters++;
      }
      beforePrevious = previous;
      previous = value;
    }
    position += length;
  }

  /** Signs below letters and digits: quotes and commas among them, and zeros. */
  private void signStep(int value, long at) {
    isAfterComma = value == ',' && isQuotedLine && isDigit(previous);
    if (value == '"') {
      isQuotedLine = true;
    } else if (value == '\n' || value == '\r') {
      isQuotedLine = false;
    } else if (value == 0) {
      zerosAtEven += at & 1 ^ 1;
      zerosAtOdd += at & 1;
    }
  }

  private static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }

  /** Whether there is a comma between digits behind a quote of the same line. */
  boolean hasCommasInNumbers() {
    return commasInNumbers;
  }

  private void utf8Step(int value) {
    if (pending > 0) {
      if (value < (lowest == 0 ? 0x80 : lowest) || value > highest) {
        utf8 = false;
        pending = 0;
      } else {
        pending--;
        sequences += pending == 0 ? 1 : 0;
      }
      lowest = 0;
      highest = 0xBF;
    } else if (value >= 0xC2 && value <= 0xDF) {
      pending = 1;
    } else if (value >= 0xE0 && value <= 0xEF) {
      pending = 2;
      lowest = value == 0xE0 ? 0xA0 : 0x80;
      highest = value == 0xED ? 0x9F : 0xBF;
    } else if (value >= 0xF0 && value <= 0xF4) {
      pending = 3;
      lowest = value == 0xF0 ? 0x90 : 0x80;
      highest = value == 0xF4 ? 0x8F : 0xBF;
    } else {
      utf8 = false;
    }
  }

  private void codePageStep(int value) {
    highBytes++;
    if (isCyrillic1251(value)) {
      letters1251++;
    }
    if (value == 0x98) {
      undefined1251++;
    }
    if (value == 0x81 || value == 0x8D || value == 0x8F || value == 0x90 || value == 0x9D) {
      undefined1252++;
    }
    if (value >= 0xC0) {
      letters++;
      if (previous >= 0xC0) {
        besideHigh++;
        if (previous >= 0xE0 && value < 0xE0) {
          capitalAfterSmall++;
        }
      } else if (isAsciiLetter(previous)) {
        besideAscii++;
      }
    }
  }

  private static boolean isAsciiLetter(int value) {
    return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
  }

  private static boolean isSmall(int value) {
    return value >= 'a' && value <= 'z';
  }

  /**
   * The small letters á à ä ç é è ê ü of old Macintosh programs, in places where windows-1252 has
   * signs or capitals, which do not stand within words.
   */
  private static boolean isMacLetter(int value) {
    return value == 0x87
        || value == 0x88
        || value == 0x8A
        || value == 0x8D
        || value == 0x8E
        || value == 0x8F
        || value == 0x90
        || value == 0x9F;
  }

  private static boolean isCyrillic1251(int value) {
    return value >= 0xC0
        || value == 0xA8 // Ё ё І і Ї ї Ў ў Є є Ґ ґ
        || value == 0xB8
        || value == 0xB2
        || value == 0xB3
        || value == 0xAF
        || value == 0xBF
        || value == 0xA1
        || value == 0xA2
        || value == 0xAA
        || value == 0xBA
        || value == 0xA5
        || value == 0xB4;
  }

  long zeros() {
    return zerosAtEven + zerosAtOdd;
  }

  long zerosAtEven() {
    return zerosAtEven;
  }

  long zerosAtOdd() {
    return zerosAtOdd;
  }

  long length() {
    return position;
  }

  boolean isUtf8(boolean mayBreakOff) {
    return utf8 && (pending == 0 || mayBreakOff);
  }

  /** Cyrillic words are runs of high bytes; Western accents stand alone between ASCII letters. */
  Encoding codePage() throws UnreadableContent {
    if (macLetters > besideAscii + besideHigh && sequences == 0) {
      return new Encoding(Encoding.MAC_ROMAN, 0);
    }
    boolean cyrillic = besideHigh > 2 * besideAscii && undefined1251 == 0;
    boolean western = besideAscii > 2 * besideHigh && undefined1252 == 0;
    if (cyrillic && letters1251 * 10 >= highBytes * 7 && capitalAfterSmall * 4 <= besideHigh) {
      return new Encoding(Encoding.WINDOWS_1251, 0);
    }
    // Signs alone, such as £ and typographic quotes, or a lone letter here and there.
    boolean signs = letters == 0 || besideHigh + besideAscii == 0 && highBytes < FEW;
    if ((western || signs && undefined1252 == 0) && sequences > 0) {
      // An accented capital before a sign makes no word: these are letters of UTF-8.
      throw UnreadableContent.of(
          "text that is UTF-8 in some places and not in others",
          "one encoding throughout",
          "Parts of two files were put together, or the file was damaged: export it again as"
              + " UTF-8.");
    }
    if (western || signs && undefined1252 == 0) {
      return new Encoding(Encoding.WINDOWS_1252, 0);
    }
    throw UnreadableContent.of(
        "text that is neither UTF-8 nor, beyond doubt, windows-1251 or windows-1252",
        "text in UTF-8",
        "Export the file again as UTF-8, or open it in Excel and save it as \"CSV UTF-8\".");
  }
}
