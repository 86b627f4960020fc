package io.retainer.rendering.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Writes rows of cells as the XML of a sheet, straight into the file: the library's streaming keeps
 * them in a temporary file first and takes four times as long.
 */
final class RowWriter {

  private static final int ROOM = 1 << 16;

  /** What Excel takes; longer texts are cut. */
  private static final int LONGEST = 32_000;

  /** The day that spreadsheets count as zero, in days since 1970. */
  private static final long DAY_ZERO = 25_569;

  private static final double SECONDS = 86_400;

  /** The digits that a spreadsheet keeps. */
  private static final int DIGITS = 15;

  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM];
  private int used;
  private int row;

  /**
   * @param firstRow the number of the first row, as a reader counts
   */
  RowWriter(OutputStream out, int firstRow) {
    this.out = out;
    this.row = firstRow - 1;
  }

  void beginRow() throws IOException {
    row++;
    ascii("<row r=\"");
    number(row);
    ascii("\">");
  }

  void endRow() throws IOException {
    ascii("</row>");
  }

  /** Empty cells are not written. */
  void cell(byte[] column, int style, int quoted, Object value) throws IOException {
    if (value == null) {
      return;
    }
    if (value instanceof String text) {
      text(column, style, quoted, text);
    } else if (value instanceof Boolean truth) {
      begin(column, style);
      ascii(truth ? " t=\"b\"><v>1" : " t=\"b\"><v>0");
      ascii("</v></c>");
    } else {
      begin(column, style);
      ascii("><v>");
      number(value);
      ascii("</v></c>");
    }
  }

  private void begin(byte[] column, int style) throws IOException {
    ascii("<c r=\"");
    room(column.length);
    System.arraycopy(column, 0, buffer, used, column.length);
    used += column.length;
    number(row);
    ascii("\" s=\"");
    number(style);
    ascii("\"");
  }

  private void number(Object value) throws IOException {
    if (value instanceof Long whole) {
      number(whole.longValue());
    } else if (value instanceof BigDecimal number) {
      boolean isShort = number.precision() <= DIGITS && number.scale() <= DIGITS;
      decimal(number, isShort);
    } else if (value instanceof LocalDate day) {
      number(day.toEpochDay() + DAY_ZERO);
    } else if (value instanceof LocalDateTime moment) {
      double day = moment.toLocalDate().toEpochDay() + DAY_ZERO;
      ascii(Double.toString(day + moment.toLocalTime().toSecondOfDay() / SECONDS));
    } else {
      throw new IllegalArgumentException("A cell is no " + value.getClass().getName());
    }
  }

  private void decimal(BigDecimal number, boolean isShort) throws IOException {
    if (!isShort || number.scale() < 0) {
      ascii(Double.toString(number.doubleValue()));
      return;
    }
    long digits = number.unscaledValue().longValue();
    int scale = number.scale();
    while (scale > 0 && digits % 10 == 0) {
      digits /= 10;
      scale--;
    }
    if (scale == 0) {
      number(digits);
    } else {
      ascii(BigDecimal.valueOf(digits, scale).toPlainString());
    }
  }

  private void number(long number) throws IOException {
    room(20);
    if (number < 0) {
      if (number == Long.MIN_VALUE) {
        ascii(Long.toString(number));
        return;
      }
      buffer[used++] = '-';
      number = -number;
    }
    int length = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      length++;
    }
    for (int i = used + length - 1; i >= used; i--) {
      buffer[i] = (byte) ('0' + number % 10);
      number /= 10;
    }
    used += length;
  }

  private void text(byte[] column, int style, int quoted, String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    begin(column, Page.isDangerous(text) ? quoted : style);
    boolean isPadded = text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
    ascii(" t=\"inlineStr\"><is><t");
    ascii(isPadded ? " xml:space=\"preserve\">" : ">");
    letters(text);
    ascii("</t></is></c>");
  }

  private void letters(String text) throws IOException {
    int end = Math.min(text.length(), LONGEST);
    for (int i = 0; i < end; i++) {
      char letter = text.charAt(i);
      room(6);
      if (letter == '&') {
        ascii("&amp;");
      } else if (letter == '<') {
        ascii("&lt;");
      } else if (letter == '>') {
        ascii("&gt;");
      } else if (letter < 0x80) {
        if (letter >= ' ' || letter == '\n') {
          buffer[used++] = (byte) letter;
        }
      } else if (Character.isHighSurrogate(letter)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        point(Character.toCodePoint(letter, text.charAt(++i)));
      } else if (Page.isHeld(letter)) {
        point(letter);
      }
    }
  }

  private void point(int point) {
    if (point < 0x800) {
      buffer[used++] = (byte) (0xC0 | point >> 6);
    } else if (point < 0x10000) {
      buffer[used++] = (byte) (0xE0 | point >> 12);
      buffer[used++] = (byte) (0x80 | point >> 6 & 0x3F);
    } else {
      buffer[used++] = (byte) (0xF0 | point >> 18);
      buffer[used++] = (byte) (0x80 | point >> 12 & 0x3F);
      buffer[used++] = (byte) (0x80 | point >> 6 & 0x3F);
    }
    buffer[used++] = (byte) (0x80 | point & 0x3F);
  }

  @SuppressWarnings("deprecation") // the one way that copies the low bytes and nothing else
  private void ascii(String text) throws IOException {
    int length = text.length();
    room(length);
    text.getBytes(0, length, buffer, used);
    used += length;
  }

  private void room(int bytes) throws IOException {
    if (used + bytes > ROOM) {
      flush();
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }
}
