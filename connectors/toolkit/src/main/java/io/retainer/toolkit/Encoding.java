package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * The encoding of a text, told from its bytes: a byte order mark, else strict UTF-8, else the code
 * page of Windows, or of old Macintosh programs, whose letters make words.
 *
 * @param markLength bytes of the byte order mark to skip
 */
record Encoding(Charset charset, int markLength) {

  static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What Excel for Macintosh saves as "CSV (Macintosh)". */
  static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");

  /** Of eight bytes of UTF-16 at least one is a zero, even in an export full of Cyrillic names. */
  private static final long FEWEST_ZEROS = 8;

  /** A text with fewer zeros than one in so many bytes is a damaged text, not another thing. */
  private static final long MOST_ZEROS = 50;

  private static final Encoding PLAIN_UTF_8 = new Encoding(UTF_8, 0);

  /** Decides by the beginning of a text, which may end within a character. */
  static Encoding ofBeginning(byte[] head, int length) throws UnreadableContent {
    var scan = new ByteScan();
    scan.accept(head, length);
    return decide(head, length, scan, true);
  }

  /**
   * Decides by the whole text.
   *
   * @param scan sees all of it, unless a mark of UTF-16 tells everything
   */
  static Encoding of(InputStream in, ByteScan scan) throws IOException {
    byte[] buffer = new byte[1 << 16];
    byte[] head = new byte[4096];
    int headLength = in.readNBytes(head, 0, head.length);
    scan.accept(head, headLength);
    if (!isMarked(head, headLength)) {
      int read;
      while ((read = in.read(buffer)) > 0) {
        scan.accept(buffer, read);
      }
    }
    return decide(head, headLength, scan, false);
  }

  private static boolean isMarked(byte[] head, int length) {
    return length >= 2
        && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
            || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
  }

  private static Encoding decide(byte[] head, int length, ByteScan scan, boolean mayBreakOff)
      throws UnreadableContent {
    if (isMarked(head, length)) {
      return new Encoding(head[0] == (byte) 0xFF ? UTF_16LE : UTF_16BE, 2);
    }
    boolean markedUtf8 =
        length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    if (scan.zeros() > 0) {
      return withoutMark(scan);
    }
    if (scan.isUtf8(mayBreakOff)) {
      return markedUtf8 ? new Encoding(UTF_8, 3) : PLAIN_UTF_8;
    }
    if (markedUtf8) {
      throw UnreadableContent.of(
          "a byte order mark of UTF-8 before text that is not UTF-8",
          "text in UTF-8 throughout",
          "Export the file again, or save it as CSV UTF-8; a download may have been damaged.");
    }
    return scan.codePage();
  }

  /** In UTF-16 about every second byte of an export is a zero; a few zeros are damage. */
  private static Encoding withoutMark(ByteScan scan) throws UnreadableContent {
    boolean oneSided = scan.zerosAtOdd() == 0 || scan.zerosAtEven() == 0;
    if (oneSided && scan.zeros() * FEWEST_ZEROS >= scan.length()) {
      return new Encoding(scan.zerosAtOdd() > 0 ? UTF_16LE : UTF_16BE, 0);
    }
    throw scan.zeros() * MOST_ZEROS <= scan.length()
        ? UnreadableContent.of(
            "text with " + scan.zeros() + " NUL bytes in it",
            "text without NUL bytes",
            "The file was damaged on its way: export or download it again.")
        : UnreadableContent.of(
            "bytes that are no text", "a CSV, TSV, XLSX or ZIP file", "Upload the export itself.");
  }
}
