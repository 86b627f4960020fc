package io.retainer.rendering.overview;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.template.ReportTexts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A logo with what it says, for who does not see it.
 *
 * @param text the name of whose it is
 */
public record LogoText(Logo logo, String text) {

  public static Optional<LogoText> ofAgency(Brand brand, ReportContent content, ReportTexts texts) {
    String name = content.agency().orElseGet(() -> texts.text("logo.agency"));
    return brand.agencyLogo().map(logo -> new LogoText(logo, name));
  }

  public static Optional<LogoText> ofClient(Brand brand, ReportContent content) {
    return brand.clientLogo().map(logo -> new LogoText(logo, content.client().name()));
  }

  /** Whom a report is about, then who made it. */
  public static List<LogoText> of(Brand brand, ReportContent content, ReportTexts texts) {
    return Stream.of(ofClient(brand, content), ofAgency(brand, content, texts))
        .flatMap(Optional::stream)
        .toList();
  }
}
