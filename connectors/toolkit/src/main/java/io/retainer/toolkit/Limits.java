package io.retainer.toolkit;

/** What a file may cost before it is refused. */
final class Limits {

  /** Longest record in characters: beyond it a quote was left open. */
  static final int RECORD = 2_000_000;

  /** Cells of a row: Excel's own limit. */
  static final int CELLS = 16_384;

  /** Bytes looked at to recognise a file. */
  static final int HEAD = 1 << 16;

  static final int ENTRIES = 1_000;

  /** Unpacked bytes of an archive in all. */
  static final long UNPACKED = 4L << 30;

  /** Unpacked bytes of a workbook in all. */
  static final long WORKBOOK_UNPACKED = 1L << 30;

  /** Unpacked bytes of a workbook's texts, which are held in memory. */
  static final long WORKBOOK_WORDS = 128L << 20;

  /** Packed bytes of a workbook: it is held in memory. */
  static final long WORKBOOK = 200L << 20;

  /** Bytes of an old binary workbook: it is held in memory, and full sheets are smaller. */
  static final long BINARY_WORKBOOK = 64L << 20;

  /** Below this many unpacked bytes no ratio is suspicious. */
  static final long RATIO_FREE = 16L << 20;

  /** No table of figures packs better than this. */
  static final long RATIO = 200;

  /** Characters of a page between two rows of its tables. */
  static final int PAGE_GAP = 2_000_000;

  /** Columns of a page's table, and rows that one cell reaches over. */
  static final int PAGE_SPAN = 1_000;

  /** Sheets of a workbook in XML. */
  static final int SHEETS = 1_000;

  /** Bytes looked at to recognise JSON without line breaks. */
  static final int JSON_HEAD = 1 << 20;

  /** Brackets inside each other: the answers of platforms have ten at most. */
  static final int JSON_DEPTH = 100;

  /** Digits of a number in JSON. */
  static final int JSON_NUMBER = 200;

  /** Characters of a name in JSON. */
  static final int JSON_NAME = 10_000;

  /** Characters of one value that is held in memory, a row or what stands around the rows. */
  static final long JSON_VALUE = 16L << 20;

  private Limits() {}
}
