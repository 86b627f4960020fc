package io.retainer.rendering.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.Samples;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers can read and tell apart, whatever colours they see and a client has. */
class ColoursTest {

  /** WCAG 2.1, 1.4.3: of texts, and of large ones; 1.4.11: of lines. */
  private static final double TEXT = 4.5;

  private static final double LARGE = 3;

  /** In points, bold. */
  private static final double LARGE_FROM = 14;

  /** In CIE76: what is beside each other, and two lines of which one is dashed. */
  private static final double BESIDE = 20;

  private static final double LINES = 10;

  private static final int SEEN_APART_IN_GREY = 8;

  private static final Map<String, Palette> BRANDS =
      Map.of(
          "house", Palette.HOUSE,
          "yellow", brand(0xFFFF00),
          "white", brand(0xFFFFFF),
          "black", brand(0x000000),
          "red", brand(0xFF0000),
          "neon green", brand(0x39FF14));

  private static Palette brand(int rgb) {
    return Palette.of(Optional.of(new Color(rgb)), Optional.empty());
  }

  static Stream<String> brands() {
    return BRANDS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("brands")
  void textsAndLinesAreSeenOnPaper(String brand) {
    Palette palette = BRANDS.get(brand);

    assertThat(Stream.of(Ink.TEXT, Ink.MUTED, Ink.ACCENT))
        .allSatisfy(
            ink ->
                assertThat(Shade.contrast(palette.of(ink), palette.of(Ink.PAPER)))
                    .as(brand + " " + ink)
                    .isGreaterThanOrEqualTo(TEXT));
    assertThat(Shade.contrast(palette.of(Ink.PAST), palette.of(Ink.PAPER)))
        .isGreaterThanOrEqualTo(LARGE);
  }

  @ParameterizedTest
  @MethodSource("brands")
  void numbersAreReadOnEachShadeOfAHeatMap(String brand) {
    Palette palette = BRANDS.get(brand);

    for (double share = 0; share <= 1; share += 0.1) {
      Heat heat = Heat.of(share);
      assertThat(Shade.contrast(palette.of(heat.text()), palette.of(heat.ground())))
          .as(brand + " " + heat)
          .isGreaterThanOrEqualTo(TEXT);
    }
  }

  @ParameterizedTest
  @MethodSource("brands")
  void neighboursAreToldApartByEveryEyeAndInGrey(String brand) {
    Palette palette = BRANDS.get(brand);
    List<String> alike = new ArrayList<>();
    for (Eye eye : Eye.values()) {
      for (int part = 1; part < 5; part++) {
        Ink below = StackedColumns.ink(part - 1);
        Ink above = StackedColumns.ink(part);
        check(alike, palette, eye, below, above, BESIDE);
      }
      check(alike, palette, eye, Ink.ACCENT, Ink.PAST, LINES);
    }
    assertThat(alike).isEmpty();
  }

  private static void check(
      List<String> alike, Palette palette, Eye eye, Ink one, Ink other, double least) {
    double apart = eye.difference(palette.of(one), palette.of(other));
    double enough = eye == Eye.GREY ? SEEN_APART_IN_GREY : least;
    if (apart < enough) {
      alike.add(eye + ": " + one + " and " + other + " differ by " + Math.round(apart));
    }
  }

  @Test
  void whatIsTheSameIsSeen() {
    assertThat(Eye.USUAL.difference(Color.RED, Color.RED)).isZero();
    assertThat(Eye.USUAL.difference(new Color(0xD32F2F), new Color(0x388E3C))).isGreaterThan(90);
    assertThat(Eye.DEUTERANOPIA.difference(new Color(0xD32F2F), new Color(0x388E3C)))
        .isLessThan(45);
    assertThat(Eye.TRITANOPIA.difference(Color.YELLOW, Color.WHITE)).isLessThan(45);
  }

  @Test
  void layoutsWriteInColoursThatAreRead() throws IOException {
    for (String file : List.of("report.jrxml", "tiles.jrxml", "facts.jrxml")) {
      String layout = Files.readString(Samples.folder().resolve("style/" + file));
      Matcher text =
          Pattern.compile("(?s)<style [^>]*/>|<style .*?</style>|<element kind=\"textField\"[^>]*>")
              .matcher(layout);
      while (text.find()) {
        check(file, text.group());
      }
    }
  }

  private static void check(String file, String text) {
    Matcher size = Pattern.compile("fontSize=\"([0-9.]+)\"").matcher(text);
    boolean isLarge =
        size.find() && Double.parseDouble(size.group(1)) >= LARGE_FROM && text.contains("bold");
    Matcher colour = Pattern.compile("forecolor=\"(#[0-9A-F]{6})\"").matcher(text);
    while (colour.find()) {
      assertThat(Palette.contrastOnPaper(Color.decode(colour.group(1))))
          .as(file + ": " + text)
          .isGreaterThanOrEqualTo(isLarge ? LARGE : TEXT);
    }
  }
}
