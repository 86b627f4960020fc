package io.retainer.rendering.template;

import io.retainer.rendering.chart.Palette;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a report shows who made it and whom it is for: the colours of {@code style/look.yaml}, and
 * the pictures beside it.
 *
 * @param primary of lines, bars and headings; the house's unless given
 * @param accent of the ribbon on the cover; the primary one unless given
 */
public record Brand(
    Optional<Color> primary,
    Optional<Color> accent,
    Optional<Logo> agencyLogo,
    Optional<Logo> clientLogo) {

  public static final String AGENCY_LOGO = "agency-logo";
  public static final String CLIENT_LOGO = "client-logo";

  static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  public Palette palette() {
    return Palette.of(primary, accent);
  }

  /** Changes with whatever a reader would see. */
  String mark() {
    return isHouse()
        ? ""
        : primary + " " + accent + " " + mark(agencyLogo) + " " + mark(clientLogo);
  }

  private boolean isHouse() {
    return primary.isEmpty() && accent.isEmpty() && agencyLogo.isEmpty() && clientLogo.isEmpty();
  }

  private static String mark(Optional<Logo> logo) {
    return logo.map(picture -> String.valueOf(Arrays.hashCode(picture.bytes()))).orElse("-");
  }
}
