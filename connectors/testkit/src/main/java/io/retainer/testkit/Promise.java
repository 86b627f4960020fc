package io.retainer.testkit;

/**
 * What every connector promises. {@link ConnectorContract} checks each in a test of its own, {@code
 * retainer connector check} all of them for a JAR.
 */
public enum Promise {
  DESCRIBES_ITSELF("describes itself", Recognising::describesItself),
  RECOGNISES_ITS_SAMPLES("recognises its samples", Recognising::recognisesItsSamples),
  RECOGNISES_BY_CONTENT(
      "recognises them under any name", Recognising::recognisesItsSamplesUnderAForeignName),
  REFUSES_FOREIGN_FILES(
      "refuses what is of no platform, with a reason", Recognising::refusesForeignFiles),
  REFUSES_ITS_NEIGHBOURS(
      "refuses the exports of other platforms", Recognising::refusesItsNeighbours),
  RECOGNISES_BY_THE_BEGINNING(
      "reads no more than the beginning to recognise a file", Recognising::readsLittle),

  READS_ITS_SAMPLES(
      "reads rows from each sample, without a problem of the file", Reading::readsRows),
  FILLS_WHAT_IT_DESCRIBES("fills only datasets it describes", Reading::fillsWhatItDescribes),
  ROWS_FIT_THEIR_TABLE("hands over rows that fit their table", Reading::rowsFit),
  READS_THE_SAME_TWICE("reads the same from the same file", Reading::readsTheSameTwice),
  KEEPS_NO_STATE("reads several files at the same time", Reading::keepsNoState),
  CLOSES_WHAT_IT_OPENS("closes what it opens", Reading::closesWhatItOpens),
  READS_UTF_16("reads a text in UTF-16 too", Reading::readsUtf16),
  LIVES_WITHOUT_OPTIONAL_HEADINGS(
      "reads files without the headings it says it can live without", Reading::livesWithout),

  SURVIVES_FILES_THAT_BREAK_OFF("bears files that break off", Surviving::cuts),
  SURVIVES_DAMAGED_BYTES("bears damaged bytes", Surviving::damage),
  SURVIVES_FOREIGN_FILES("bears foreign files it is made to read", Surviving::foreignFiles),
  SURVIVES_FOREIGN_ENCODINGS("bears foreign encodings", Surviving::foreignEncodings),

  NEEDS_THE_SPI_ALONE("needs nothing of the server but the SPI", Isolated::needsTheSpiAlone);

  private interface Check {
    void of(Subject subject) throws Exception;
  }

  private final String words;
  private final Check check;

  Promise(String words, Check check) {
    this.words = words;
    this.check = check;
  }

  /** As it reads after "the connector". */
  public String words() {
    return words;
  }

  /**
   * @throws BrokenPromise saying what the connector does instead
   */
  public void check(Subject subject) {
    try {
      check.of(subject);
    } catch (BrokenPromise broken) {
      throw broken;
    } catch (Throwable thrown) {
      throw new BrokenPromise(
          "It threw " + thrown + (thrown.getStackTrace().length == 0 ? "" : place(thrown)), thrown);
    }
  }

  private static String place(Throwable thrown) {
    return " at " + thrown.getStackTrace()[0];
  }
}
