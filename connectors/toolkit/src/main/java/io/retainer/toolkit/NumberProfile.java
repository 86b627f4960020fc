package io.retainer.toolkit;

import java.util.Optional;

/** Decides how a column writes its numbers, from what its cells prove. */
final class NumberProfile {

  private long point;
  private long comma;
  private long open;
  private char openSign;

  /** Takes a cell that is text; a typed number of a workbook proves nothing about the others. */
  void see(String text) {
    String cell = NumberForm.strippedOfCurrency(text);
    int length = cell.length();
    if (length < 2) {
      return;
    }
    int dots = 0;
    int commas = 0;
    int last = -1;
    boolean blankBefore = false;
    int digitsBefore = 0;
    int digitsAfter = 0;
    for (int i = 0; i < length; i++) {
      char c = cell.charAt(i);
      if (c == '.' || c == ',') {
        dots += c == '.' ? 1 : 0;
        commas += c == ',' ? 1 : 0;
        last = i;
        digitsAfter = 0;
      } else if (c >= '0' && c <= '9') {
        if (last < 0) {
          digitsBefore++;
        } else {
          digitsAfter++;
        }
      } else if (last < 0 && digitsBefore > 0 && (Words.isBlank(c) || c == '\'')) {
        blankBefore = true;
      } else if (c == 'e' || c == 'E') {
        break;
      }
    }
    if (last < 0) {
      return;
    }
    char sign = cell.charAt(last);
    if (dots > 0 && commas > 0) {
      prove(sign);
    } else if (dots > 1) {
      prove(',');
    } else if (commas > 1) {
      prove('.');
    } else if (blankBefore
        || digitsAfter != 3
        || digitsBefore == 0
        || digitsBefore > 3
        || digitsBefore == 1 && cell.charAt(last - 1) == '0') {
      prove(sign);
    } else {
      open++;
      openSign = sign;
    }
  }

  /** A number without a comma, whose point could not be that of a thousand. */
  static boolean isPlain(String cell) {
    var profile = new NumberProfile();
    profile.see(cell);
    return profile.comma + profile.open == 0;
  }

  private void prove(char decimalSign) {
    if (decimalSign == '.') {
      point++;
    } else {
      comma++;
    }
  }

  void add(NumberProfile other) {
    point += other.point;
    comma += other.comma;
    open += other.open;
    openSign = other.open > 0 ? other.openSign : openSign;
  }

  /** Some cells prove a point and some a comma, and neither kind is a rare slip. */
  boolean isMixed() {
    long less = Math.min(point, comma);
    return less > 0 && less * 20 > point + comma;
  }

  Optional<NumberForm> proven() {
    if (point == 0 && comma == 0) {
      return Optional.empty();
    }
    return Optional.of(point >= comma ? NumberForm.POINT : NumberForm.COMMA);
  }

  /** Cells like {@code 1,234}, which are a thousand to some and one to others. */
  boolean isOpen() {
    return open > 0 && point == 0 && comma == 0;
  }

  /** How to read the open cells when they count things, where a fraction makes no sense. */
  NumberForm asCounts() {
    return openSign == '.' ? NumberForm.COMMA : NumberForm.POINT;
  }

  char openSign() {
    return openSign;
  }
}
