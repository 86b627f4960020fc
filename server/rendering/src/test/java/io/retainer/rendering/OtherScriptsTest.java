package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.rendering.brand.TestFonts;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in the data are in the scripts of the whole world. */
class OtherScriptsTest {

  private static final String HEBREW = "שלום עולם";
  private static final String ARABIC = "مرحبا بالعالم";
  private static final List<String> NAMES =
      List.of(
          HEBREW,
          ARABIC,
          "Ωμέγα",
          "ქართული Հայերեն",
          "中文 活動「新」",
          "שלום 2024!",
          "קפה (חדש)",
          "日本語のキャンペーン",
          "한국어 캠페인 แคมเปญไทย",
          "हिन्दी अभियान");
  private static final Renderings HOUSE = new Renderings(Samples.templates());

  private static ReportContent named() {
    ReportContent content =
        Samples.content(
            "monthly-performance", SampleKpis.Case.UGLY, Samples.HELSINKI, Samples.TARGETS);
    List<Section> sections = new ArrayList<>();
    for (Section section : content.sections()) {
      sections.add(section instanceof Section.Filled filled ? named(filled) : section);
    }
    return Written.summary(
        Samples.with(content, sections),
        "The campaign "
            + HEBREW
            + " 12 345 brought more than "
            + ARABIC
            + " (+7 %).\n\n- "
            + HEBREW);
  }

  private static Section named(Section.Filled filled) {
    return new Section.Filled(
        filled.key(),
        filled.figures(),
        filled.trend(),
        filled.breakdowns().stream().map(OtherScriptsTest::named).toList(),
        filled.history(),
        filled.exhibits(),
        filled.remarks());
  }

  private static BreakdownTable named(BreakdownTable table) {
    Kpis.Breakdown all = table.breakdown();
    List<Kpis.Group> groups = new ArrayList<>();
    for (int i = 0; i < all.groups().size(); i++) {
      Kpis.Group group = all.groups().get(i);
      groups.add(new Kpis.Group(i < NAMES.size() ? NAMES.get(i) : group.name(), group.values()));
    }
    return new BreakdownTable(
        new Kpis.Breakdown(
            all.kpis(), all.dimension(), groups, all.other(), all.total(), all.groupCount()),
        table.withBars());
  }

  @Test
  void namesAreWrittenInTheirLetters() throws IOException {
    byte[] pdf = HOUSE.pdf(named(), Locale.ENGLISH);

    assertThat(PdfText.all(pdf))
        .contains(HEBREW, ARABIC, "Ωμέγα", "ქართული", "Հայերեն")
        .contains("中文 活動「新」", "日本語のキャンペーン", "한국어 캠페인", "แคมเปญไทย")
        .as("what no font here has, and why")
        .contains("‹hindii abhiyaana›", "Names between ‹ and › are spelled in Latin letters")
        .doesNotContain("□");
    assertThat(PdfText.all(HOUSE.pdf(Samples.full(Samples.MINSK), Locale.ENGLISH)))
        .doesNotContain("spelled in Latin letters");
    assertThat(HOUSE.pdf(named(), Locale.ENGLISH)).as("the same bytes").isEqualTo(pdf);
  }

  /** On pages they stand as they are drawn; whoever has them read aloud gets the text. */
  @Test
  void namesAreReadAloudInTheOrderOfTheirLetters() throws IOException {
    List<String> said = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(HOUSE.pdf(named(), Locale.ENGLISH))) {
      collect(document.getDocumentCatalog().getStructureTreeRoot(), said);
    }

    assertThat(said)
        .contains(
            HEBREW,
            ARABIC,
            "שלום 2024!",
            "קפה (חדש)",
            "The campaign " + HEBREW + " 12 345 brought more than " + ARABIC + " (+7 %).");
  }

  private static void collect(PDStructureNode node, List<String> said) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getActualText() != null) {
          said.add(element.getActualText());
        }
        collect(element, said);
      }
    }
  }

  @Test
  void drawingsHaveThemAsTextToo() throws IOException {
    byte[] pdf =
        HOUSE.pdf(
            Samples.content("retention", SampleKpis.Case.UGLY, Samples.HELSINKI, Samples.TARGETS),
            Locale.ENGLISH);

    assertThat(PdfText.all(pdf)).contains(HEBREW, ARABIC);
  }

  /** What moved most is drawn, and stands above a table of the same names. */
  @Test
  void drawingsHaveNoFontThatLacksThem(@TempDir Path folder) throws IOException {
    List<String> names = List.of("hiking", "登山鞋 ハイキング", "등산화 추천", "รองเท้า", ARABIC, HEBREW);
    Files.writeString(
        Files.createDirectories(folder.resolve("monthly-performance")).resolve("sample.yaml"),
        "groups: {query: [\"" + String.join("\", \"", names) + "\"]}");
    ReportTemplates templates = ReportTemplates.open(List.of(Samples.folder(), folder));

    byte[] pdf =
        new Renderings(templates)
            .pdf(
                SampleReport.compose(
                    templates.named("monthly-performance"),
                    Samples.catalogue(),
                    Locale.ENGLISH,
                    "Retainer 0.1.0"),
                Locale.ENGLISH);

    assertThat(PdfText.all(pdf)).contains(names.subList(0, 5));
    assertThat(drawnIn(pdf))
        .contains(
            "NNNNNN+DejaVuSans",
            "NNNNNN+DroidSansFallback",
            "NNNNNN+NanumGothic",
            "NNNNNN+NotoSansThai");
  }

  @Test
  void onlyReportsWithSuchLettersCarryTheirFont() throws IOException {
    assertThat(fonts(HOUSE.pdf(Samples.full(Samples.MINSK), Locale.ENGLISH)))
        .allMatch(name -> name.contains("RetainerSans"));
    assertThat(fonts(HOUSE.pdf(named(), Locale.ENGLISH)))
        .contains(
            "NNNNNN+DejaVuSans",
            "NNNNNN+DroidSansFallback",
            "NNNNNN+NanumGothic",
            "NNNNNN+NotoSansThai",
            "NNNNNN+RetainerSans-Regular");
  }

  @Test
  void aFontOfAnAgencyLeavesThemToTheSameOne(@TempDir Path folder) throws IOException {
    Path style = Files.createDirectories(folder.resolve("style"));
    Files.write(style.resolve("font-regular.ttf"), TestFonts.european("Regular"));
    Renderings own = new Renderings(ReportTemplates.open(List.of(Samples.folder(), folder)));

    byte[] pdf = own.pdf(named(), Locale.ENGLISH);

    assertThat(PdfText.all(pdf)).isEqualTo(PdfText.all(HOUSE.pdf(named(), Locale.ENGLISH)));
    assertThat(fonts(pdf)).contains("NNNNNN+DejaVuSans", "NNNNNN+ACMEAARetainerSans-Regular");
  }

  /** Of pages and of the drawings on them. */
  private static Set<String> fonts(byte[] pdf) throws IOException {
    Set<String> fonts = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var page : document.getPages()) {
        fonts(page.getResources(), fonts);
      }
    }
    return fonts;
  }

  /** Of drawings alone. */
  private static Set<String> drawnIn(byte[] pdf) throws IOException {
    Set<String> fonts = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var page : document.getPages()) {
        for (var name : page.getResources().getXObjectNames()) {
          if (page.getResources().getXObject(name) instanceof PDFormXObject drawing) {
            fonts(drawing.getResources(), fonts);
          }
        }
      }
    }
    return fonts;
  }

  private static void fonts(PDResources resources, Set<String> fonts) throws IOException {
    for (var name : resources.getFontNames()) {
      assertThat(resources.getFont(name).isEmbedded()).isTrue();
      fonts.add(resources.getFont(name).getName());
    }
    for (var name : resources.getXObjectNames()) {
      if (resources.getXObject(name) instanceof PDFormXObject drawing) {
        fonts(drawing.getResources(), fonts);
      }
    }
  }
}
