package io.retainer.rendering.brand;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files of a brand by their names without ending, as they lie in a folder {@code style}. */
public enum BrandFiles {
  AGENCY_LOGO("agency-logo", Kind.LOGO),
  CLIENT_LOGO("client-logo", Kind.LOGO),
  FONT_REGULAR("font-regular", Kind.FONT),
  FONT_BOLD("font-bold", Kind.FONT);

  /** What is in such a file. */
  public enum Kind {
    LOGO(List.of(".png", ".jpg", ".jpeg", ".svg")),
    FONT(List.of(".ttf", ".otf"));

    private final List<String> endings;

    Kind(List<String> endings) {
      this.endings = endings;
    }
  }

  private final String word;
  private final Kind kind;

  BrandFiles(String word, Kind kind) {
    this.word = word;
    this.kind = kind;
  }

  public String word() {
    return word;
  }

  public Kind kind() {
    return kind;
  }

  /** The names such a file may have. */
  public List<String> names() {
    return kind.endings.stream().map(ending -> word + ending).toList();
  }

  public static Optional<BrandFiles> of(String word) {
    return Arrays.stream(values()).filter(file -> file.word.equals(word)).findFirst();
  }
}
