package io.retainer.workspace.brand;

import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.BrandFont;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.chart.Ink;
import io.retainer.rendering.chart.Palette;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something to know about a brand before reports show it.
 *
 * @param arguments of its sentence, in their order
 */
public record BrandNotice(Kind kind, List<Object> arguments) {

  /** Below this a ribbon is hardly told from paper. */
  private static final BigDecimal LEAST_SEEN = new BigDecimal("1.5");

  /** Dots of a logo at which print shows none of them. */
  private static final int FINE = 300;

  /** What there is to know; English words for programs, pages have them in each language. */
  public enum Kind {
    PRIMARY_READABLE(false, "The first colour has a contrast of %s : 1 on paper and can be read."),
    PRIMARY_TOO_PALE(
        true,
        "The first colour has a contrast of %s : 1 on paper, and letters need 4.5 : 1. Reports use"
            + " %s in its place."),
    ACCENT_HARDLY_SEEN(
        true, "The second colour has a contrast of %s : 1 on paper: the ribbon is hardly seen."),
    LOGO_FAINT(
        true,
        "The %s can hardly be seen on white paper. Give the one that is made for light grounds."),
    LOGO_COARSE(
        true,
        "The %s has %s x %s pixels and will look coarse in print. Give an SVG or a larger picture."),
    FONT_LACKS(true, "The font %s has not %s (%s). They are printed in the font of the program."),
    FONT_UNEVEN(
        true, "The figures of the font %s are not all as wide: columns of numbers are uneven."),
    FONT_WITHOUT_BOLD(
        true, "There is no font-bold: headings are printed in the font of the program.");

    private final boolean isWarning;
    private final String english;

    Kind(boolean isWarning, String english) {
      this.isWarning = isWarning;
      this.english = english;
    }

    public boolean isWarning() {
      return isWarning;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public BrandNotice {
    arguments = List.copyOf(arguments);
  }

  private BrandNotice(Kind kind, Object... arguments) {
    this(kind, List.of(arguments));
  }

  public String english() {
    return kind.english.formatted(arguments.toArray());
  }

  public static List<BrandNotice> of(Brand brand) {
    List<BrandNotice> notices = new ArrayList<>();
    colours(brand.palette(), notices);
    brand.agencyLogo().ifPresent(logo -> logo(logo, "agency-logo", notices));
    brand.clientLogo().ifPresent(logo -> logo(logo, "client-logo", notices));
    brand
        .fonts()
        .ifPresent(
            fonts -> {
              font(fonts.regular(), notices);
              fonts.bold().ifPresent(bold -> font(bold, notices));
              if (fonts.bold().isEmpty()) {
                notices.add(new BrandNotice(Kind.FONT_WITHOUT_BOLD));
              }
            });
    return notices.stream().distinct().toList();
  }

  private static void colours(Palette palette, List<BrandNotice> notices) {
    palette
        .primary()
        .ifPresent(
            colour -> {
              BigDecimal contrast = contrast(Palette.contrastOnPaper(colour));
              notices.add(
                  Palette.isReadable(colour)
                      ? new BrandNotice(Kind.PRIMARY_READABLE, contrast)
                      : new BrandNotice(Kind.PRIMARY_TOO_PALE, contrast, palette.hex(Ink.ACCENT)));
            });
    Optional<BigDecimal> ribbon =
        palette.accent().map(colour -> contrast(Palette.contrastOnPaper(colour)));
    ribbon
        .filter(contrast -> contrast.compareTo(LEAST_SEEN) < 0)
        .ifPresent(contrast -> notices.add(new BrandNotice(Kind.ACCENT_HARDLY_SEEN, contrast)));
  }

  /** Rounded down, so that none seems to reach what it does not. */
  private static BigDecimal contrast(double ratio) {
    return BigDecimal.valueOf(ratio).setScale(1, RoundingMode.DOWN);
  }

  private static void logo(Logo logo, String name, List<BrandNotice> notices) {
    if (logo.isFaintOnPaper()) {
      notices.add(new BrandNotice(Kind.LOGO_FAINT, name));
    }
    if (Math.max(logo.width(), logo.height()) < FINE) {
      notices.add(new BrandNotice(Kind.LOGO_COARSE, name, logo.width(), logo.height()));
    }
  }

  private static void font(BrandFont font, List<BrandNotice> notices) {
    for (BrandFont.Missing missing : font.missing()) {
      String kind = missing.kind().name().toLowerCase(Locale.ROOT);
      notices.add(new BrandNotice(Kind.FONT_LACKS, font.family(), kind, missing.letters().strip()));
    }
    if (!font.hasEvenFigures()) {
      notices.add(new BrandNotice(Kind.FONT_UNEVEN, font.family()));
    }
  }
}
