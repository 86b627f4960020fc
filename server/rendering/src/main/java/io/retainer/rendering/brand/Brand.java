package io.retainer.rendering.brand;

import io.retainer.rendering.chart.Palette;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a report shows who made it and whom it is for: what {@code style/look.yaml} says, and the
 * files beside it.
 *
 * @param agency the name of who made it
 */
public record Brand(
    Optional<String> agency,
    Palette palette,
    Optional<Logo> agencyLogo,
    Optional<Logo> clientLogo,
    Optional<BrandFonts> fonts) {

  /** Where nobody has set anything. */
  public static final Brand HOUSE =
      new Brand(
          Optional.empty(), Palette.HOUSE, Optional.empty(), Optional.empty(), Optional.empty());

  /** Changes with whatever a reader would see. */
  public String mark() {
    return isHouse()
        ? ""
        : palette.primary()
            + " "
            + palette.accent()
            + " "
            + mark(agencyLogo)
            + " "
            + mark(clientLogo)
            + agency.map(name -> " " + name).orElse("")
            + fonts.map(Brand::mark).orElse("");
  }

  private boolean isHouse() {
    return agency.isEmpty()
        && palette == Palette.HOUSE
        && agencyLogo.isEmpty()
        && clientLogo.isEmpty()
        && fonts.isEmpty();
  }

  private static String mark(BrandFonts fonts) {
    return " " + fonts.regular().hash() + fonts.bold().map(bold -> " " + bold.hash()).orElse("");
  }

  private static String mark(Optional<Logo> logo) {
    return logo.map(picture -> String.valueOf(Arrays.hashCode(picture.bytes()))).orElse("-");
  }
}
