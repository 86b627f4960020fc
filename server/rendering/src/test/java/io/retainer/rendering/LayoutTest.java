package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Targets;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

  @TempDir Path home;

  private Renderings withFacts(String find, String replacement) throws IOException {
    String facts = Files.readString(Samples.folder().resolve("style/facts.jrxml"));
    assertThat(facts).contains(find);
    Files.createDirectories(home.resolve("style"));
    Files.writeString(home.resolve("style/facts.jrxml"), facts.replace(find, replacement));
    return new Renderings(ReportTemplates.open(List.of(Samples.folder(), home)));
  }

  @Test
  void refusesALayoutThatCarriesCode() throws IOException {
    Renderings renderings =
        withFacts("$F{label}", "\"\" + Runtime.getRuntime().exec(\"id\") + $F{label}");

    assertThatThrownBy(() -> renderings.pdf(Samples.full(Samples.MINSK), Locale.ENGLISH))
        .hasMessageContaining("style/facts.jrxml")
        .hasMessageContaining("nothing else");
  }

  /** Where a page would be left empty, ours are taller. */
  @Test
  void tilesOfAHomeThatKnowOneHeightAreAllPrinted() throws IOException {
    Path style = Files.createDirectories(home.resolve("style"));
    String tiles = Files.readString(Samples.folder().resolve("style/tiles.jrxml"));
    String known =
        tiles
            .replaceFirst("(?s)<band height=\"194\".*?</band>", "")
            .replaceFirst("<field name=\"isTaller\"[^>]*/>", "");
    assertThat(known).doesNotContain("isTaller");
    Files.writeString(style.resolve("tiles.jrxml"), known);
    var ours = new Renderings(Samples.templates());
    var own = new Renderings(ReportTemplates.open(List.of(Samples.folder(), home)));

    for (String template : List.of("social", "deals", "email", "seo", "campaign")) {
      ReportContent content =
          SampleReport.compose(
              Samples.templates().named(template), Samples.catalogue(), Locale.ENGLISH, "Retainer");
      assertThat(scorecard(own, content)).as(template).containsAll(scorecard(ours, content));
    }
  }

  @Test
  void aFourthTileStandsBesideTheThird() {
    String clicks = "Clicks in search Impressions in search";

    assertThat(search(new Renderings(Samples.templates())))
        .contains("Click-through rate in search Average position in search")
        .contains(clicks)
        .doesNotContain(clicks + " Click");
  }

  /** One that was copied before tiles stood in pairs. */
  @Test
  void tilesOfAHomeThatKnowsNoPairsAreAllPrinted() throws IOException {
    Path style = Files.createDirectories(home.resolve("style"));
    String report = Files.readString(Samples.folder().resolve("style/report.jrxml"));
    Files.writeString(
        style.resolve("report.jrxml"),
        report
            .replaceAll(
                "(?s)    <band height=\"[0-9]+\" splitType=\"Prevent\">\\s*<print[^\\n"
                    + "]*Pairs}.*?</band>\n",
                "")
            .replaceAll("  <field name=\"is(More)?Pairs\"[^>]*/>\n", ""));
    var own = new Renderings(ReportTemplates.open(List.of(Samples.folder(), home)));

    assertThat(search(own))
        .contains("Clicks in search Impressions in search Click-through rate in search");
  }

  private static String search(Renderings renderings) {
    ReportContent content =
        Samples.content("quarterly-review", SampleKpis.Case.FULL, Samples.MINSK, Targets.NONE);
    return PdfText.all(renderings.pdf(content, Locale.ENGLISH));
  }

  /** One that was copied before pages had trends of the height that they have room for. */
  @Test
  void pagesOfAHomeWhoseTrendsHaveOneHeightAreLaidOutByIt() throws IOException {
    Path style = Files.createDirectories(home.resolve("style"));
    String report = Files.readString(Samples.folder().resolve("style/report.jrxml"));
    String known =
        report
            .replace(
                "<band height=\"42\" splitType=\"Prevent\">\n"
                    + "      <printWhenExpression><![CDATA[$F{isChart}]]>",
                "<band height=\"212\" splitType=\"Prevent\">\n"
                    + "      <printWhenExpression><![CDATA[$F{isChart}]]>")
            .replace(
                "y=\"28\" width=\"515\" height=\"10\" scaleImage=\"RealHeight\"",
                "y=\"28\" width=\"515\" height=\"180\" scaleImage=\"FillFrame\"");
    assertThat(known).contains("height=\"212\"", "height=\"180\"");
    Files.writeString(style.resolve("report.jrxml"), known);
    var own = new Renderings(ReportTemplates.open(List.of(Samples.folder(), home)));

    for (String template : List.of("monthly-performance", "seo", "quarterly-review")) {
      ReportContent content =
          SampleReport.compose(
              Samples.templates().named(template), Samples.catalogue(), Locale.ENGLISH, "Retainer");
      List<String> pages = PdfText.pages(own.pdf(content, Locale.ENGLISH));
      // Nobody reckoned that a page of its own comes for what did not fit.
      assertThat(pages.subList(1, pages.size()))
          .as(template)
          .allSatisfy(page -> assertThat(page).hasSizeGreaterThan(400));
    }
  }

  private static List<String> scorecard(Renderings renderings, ReportContent content) {
    String page = PdfText.pages(renderings.pdf(content, Locale.ENGLISH)).get(1);
    return List.of(page.split("Green is good")[0].split("\\s+"));
  }

  @Test
  void takesALayoutPartOfTheHome() throws IOException {
    Renderings renderings = withFacts("fontSize=\"10.0\"", "fontSize=\"12.0\"");

    byte[] pdf = renderings.pdf(Samples.full(Samples.MINSK), Locale.ENGLISH);

    assertThat(PdfText.all(pdf)).contains("1–30 September 2026");
  }
}
