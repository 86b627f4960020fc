package io.retainer.rendering.letters;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A font of letters that the house's lacks, in the order in which they are asked. Each is opened
 * when the first of its letters comes by.
 */
public enum OtherFont {
  /** Hebrew, Arabic, Armenian, Georgian, Lao and more. */
  WORLD("DejaVu Sans", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
  THAI("Noto Sans Thai", "NotoSansThai-Regular.ttf", "NotoSansThai-Bold.ttf"),
  KOREAN("Nanum Gothic", "NanumGothic.ttf", "NanumGothic.ttf"),
  /** Chinese, and the Japanese beside it; in shapes that are Chinese where the two differ. */
  CHINESE("Droid Sans Fallback", "DroidSansFallback.ttf", "DroidSansFallback.ttf");

  private static final String FOLDER = "io/retainer/rendering/fonts/";

  private final String family;
  private final String regular;
  private final String bold;
  private Font opened;
  private Font openedBold;

  OtherFont(String family, String regular, String bold) {
    this.family = family;
    this.regular = regular;
    this.bold = bold;
  }

  /** As engines call it. */
  public String family() {
    return family;
  }

  /** Where its file is on the class path. */
  public String file() {
    return FOLDER + regular;
  }

  /** Its bold face; the regular one, where it has none. */
  public String boldFile() {
    return FOLDER + bold;
  }

  /** Of any size; always the same. */
  public synchronized Font font() {
    if (opened == null) {
      opened = NamedFont.of(load(file()), family);
    }
    return opened;
  }

  /** Its bold face, of any size. */
  public synchronized Font bold() {
    if (openedBold == null) {
      openedBold = bold.equals(regular) ? font() : NamedFont.of(load(boldFile()), family);
    }
    return openedBold;
  }

  static Font load(String file) {
    try (InputStream bytes = OtherFont.class.getResourceAsStream("/" + file)) {
      return Font.createFont(Font.TRUETYPE_FONT, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " could not be read", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + file + " is no TrueType font", e);
    }
  }
}
