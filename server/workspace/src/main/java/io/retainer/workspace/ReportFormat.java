package io.retainer.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file a report comes as. */
public enum ReportFormat {
  PDF("application/pdf"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Its word in commands and addresses, and the ending of its files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReportFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }
}
