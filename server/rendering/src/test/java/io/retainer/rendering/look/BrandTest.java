package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.Samples;
import io.retainer.rendering.brand.BrandException;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.page.BrandSheet;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.TemplateException;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whose report it is, is seen on the cover, on each page, in the workbook, the page and the mail.
 */
class BrandTest {

  private static final Color GREEN = new Color(0x0B6E4F);
  private static final Color ORANGE = new Color(0xF2A541);
  private static final Color RED = new Color(0xC8143C);

  @TempDir private Path folder;

  private Renderings branded() throws IOException {
    return branded(folder);
  }

  /** With colours and both logos. */
  static Renderings branded(Path folder) throws IOException {
    Path style = Files.createDirectories(folder.resolve("style"));
    Files.writeString(style.resolve("look.yaml"), "primary: \"#0B6E4F\"\naccent: \"#F2A541\"\n");
    Files.write(style.resolve("client-logo.png"), picture("png", 300, 120, RED));
    Files.write(style.resolve("agency-logo.jpg"), picture("jpg", 200, 200, GREEN));
    return new Renderings(ReportTemplates.open(List.of(Samples.folder(), folder)));
  }

  private static byte[] picture(String format, int width, int height, Color colour)
      throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static boolean has(
      BufferedImage page, Color colour, int x, int y, int width, int height) {
    for (int i = x; i < x + width; i++) {
      for (int j = y; j < y + height; j++) {
        Color seen = new Color(page.getRGB(i, j));
        if (Math.abs(seen.getRed() - colour.getRed()) < 6
            && Math.abs(seen.getGreen() - colour.getGreen()) < 6
            && Math.abs(seen.getBlue() - colour.getBlue()) < 6) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void theCoverHasItsRibbonAndBothLogosAndEachPageOne() throws IOException {
    byte[] pdf = branded().pdf(Samples.full(Samples.HELSINKI), Locale.ENGLISH);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage cover = new PDFRenderer(document).renderImage(0);
      assertThat(has(cover, ORANGE, 0, 0, 595, 300)).as("ribbon").isTrue();
      assertThat(has(cover, RED, 387, 308, 160, 60)).as("the client's logo").isTrue();
      assertThat(has(cover, GREEN, 387, 768, 160, 40)).as("the agency's logo").isTrue();
      BufferedImage page = new PDFRenderer(document).renderImage(2);
      assertThat(has(page, GREEN, 40, 14, 84, 24)).as("the agency's logo on a page").isTrue();
      assertThat(has(page, new Color(0x3450C9), 0, 0, 595, 842)).as("the house's blue").isFalse();
    }
  }

  @Test
  void theClientsNameFollowsTheLogoOnAPageHoweverNarrowItIs() throws IOException {
    byte[] pdf = branded().pdf(Samples.full(Samples.HELSINKI), Locale.ENGLISH);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      var head = new PDFTextStripperByArea();
      head.addRegion("logo", new Rectangle(40, 14, 32, 28));
      head.addRegion("name", new Rectangle(72, 14, 60, 28));
      head.extractRegions(document.getPage(2));
      assertThat(head.getTextForRegion("logo")).isBlank();
      assertThat(head.getTextForRegion("name")).startsWith("Pohjola");
    }
  }

  @Test
  void theWorkbookThePageAndTheMailAreInItsColours() throws IOException {
    Renderings renderings = branded();
    ReportContent content = Samples.full(Samples.HELSINKI);

    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(renderings.xlsx(content, Locale.ENGLISH)))) {
      var charts = workbook.getSheetAt(0).getDrawingPatriarch().getCharts();
      assertThat(charts.get(0).getCTChart().toString()).contains("0B6E4F").doesNotContain("3450C9");
    }
    String page =
        new String(
            renderings.page(content, Locale.ENGLISH, List.of("pdf"), true), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("href=\"/assets/issue-1/brand-0b6e4f.css\"")
        .contains("src=\"data:image/png;base64,", "src=\"data:image/jpeg;base64,");
    assertThat(renderings.email(content, Locale.ENGLISH).html())
        .contains("border-top:4px solid #f2a541");
  }

  @Test
  void theMailCarriesTheLogoInItselfOnPaperOfItsOwn() throws IOException {
    ReportContent content = Samples.full(Samples.HELSINKI);
    EmailBody mail = branded().email(content, Locale.ENGLISH);

    var logo = mail.logo().orElseThrow();
    assertThat(mail.html())
        .contains("<img src=\"cid:" + logo.id() + "\"", "alt=\"Agentura Sever\"");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(logo.png()));
    assertThat(picture.getColorModel().hasAlpha()).as("transparent").isFalse();
    assertThat(new Color(picture.getRGB(0, 0))).as("paper around it").isEqualTo(Color.WHITE);
    assertThat(logo.png().length).isLessThan(20_000);
    assertThat(branded().email(content, Locale.ENGLISH).logo().orElseThrow().png())
        .isEqualTo(logo.png());
  }

  @Test
  void theWorkbookBeginsWithTheLogosAndTheirNames() throws IOException {
    ReportContent content = Samples.full(Samples.HELSINKI);

    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(branded().xlsx(content, Locale.ENGLISH)))) {
      assertThat(workbook.getAllPictures()).hasSize(2);
      assertThat(workbook.getSheetAt(0).getDrawingPatriarch().getShapes())
          .filteredOn(XSSFPicture.class::isInstance)
          .extracting(
              shape -> ((XSSFPicture) shape).getCTPicture().getNvPicPr().getCNvPr().getDescr())
          .containsExactly("Pohjola Outdoor Oy", "Agentura Sever");
    }
  }

  @Test
  void theAgencyIsNamedWhereALogoIs() throws IOException {
    branded();
    Files.writeString(
        folder.resolve("style/look.yaml"), "agency: Agency \"North\" <b>\nprimary: \"#0B6E4F\"\n");
    ReportTemplates templates = ReportTemplates.open(List.of(Samples.folder(), folder));

    ReportContent content =
        SampleReport.compose(
            templates.named("seo"), Samples.catalogue(), Locale.ENGLISH, "Retainer");

    assertThat(content.agency()).contains("Agency \"North\" <b>");
    assertThat(new Renderings(templates).email(content, Locale.ENGLISH).html())
        .contains("alt=\"Agency &quot;North&quot; &lt;b&gt;\"")
        .doesNotContain("<b>");
  }

  @Test
  void theSameBrandGivesTheSameBytes() throws IOException {
    ReportContent content = Samples.full(Samples.HELSINKI);

    assertThat(branded().pdf(content, Locale.ENGLISH))
        .isEqualTo(branded().pdf(content, Locale.ENGLISH));
    assertThat(branded().xlsx(content, Locale.ENGLISH))
        .isEqualTo(branded().xlsx(content, Locale.ENGLISH));
  }

  @Test
  void aReportOfAnotherBrandIsAnotherVersionOfTheTemplate() throws IOException {
    branded();
    String version = ReportTemplates.open(List.of(Samples.folder(), folder)).named("seo").version();
    assertThat(version).isNotEqualTo(Samples.templates().named("seo").version());

    Files.write(folder.resolve("style/client-logo.png"), picture("png", 300, 120, ORANGE));

    assertThat(ReportTemplates.open(List.of(Samples.folder(), folder)).named("seo").version())
        .isNotEqualTo(version);
  }

  @Test
  void aPaleColourIsMadeReadableOnPaperAndInTheSheetOfThePage() {
    for (String pale : List.of("ffffff", "ffff00", "f2a541", "00ff66", "c0c0c0", "000000")) {
      String sheet = BrandSheet.named("brand-" + pale + ".css").orElseThrow();
      String accent = sheet.replaceFirst("(?s).*--accent: light-dark\\((#[0-9a-f]{6}).*", "$1");
      assertThat(contrastWithWhite(Color.decode(accent)))
          .as(pale + " became " + accent)
          .isGreaterThanOrEqualTo(4.5);
    }
    assertThat(BrandSheet.named("brand-0b6e4f.css").orElseThrow()).contains("#0b6e4f");
    assertThat(BrandSheet.named("brand-0b6e4f}.css")).isEmpty();
  }

  /** As WCAG 2.2 writes it. */
  private static double contrastWithWhite(Color colour) {
    double[] parts = {colour.getRed(), colour.getGreen(), colour.getBlue()};
    double[] weights = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
      double share = parts[i] / 255;
      luminance +=
          weights[i] * (share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4));
    }
    return 1.05 / (luminance + 0.05);
  }

  @Test
  void whatIsNoColourIsNamedWithItsLine() throws IOException {
    Path style = Files.createDirectories(folder.resolve("style"));
    for (String word : List.of("red", "#12345", "#1234567", "url(x)", "'#zzzzzz'")) {
      Files.writeString(style.resolve("look.yaml"), "# ours\nprimary: " + word + "\n");
      assertThatThrownBy(() -> ReportTemplates.open(List.of(Samples.folder(), folder)))
          .as(word)
          .isInstanceOf(TemplateException.class)
          .hasMessageContaining("style/look.yaml, line 2");
    }
  }

  @Test
  void aPictureThatIsNoneIsRefusedInWords() throws IOException {
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] gif = Base64.getDecoder().decode("R0lGODlhAQABAAAAACwAAAAAAQABAAA=");
    byte[] whole = picture("png", 300, 120, RED);

    refused(svg, "<script>");
    refused(gif, "is no PNG, JPEG or SVG picture");
    refused(new byte[0], "is no PNG, JPEG or SVG picture");
    refused(java.util.Arrays.copyOf(whole, whole.length / 2), "is damaged");
    refused(picture("png", 3000, 2000, RED), "3000 x 2000 pixels");
    refused(picture("png", 8, 8, RED), "which nobody would see");
    refused(new byte[2 << 20], "larger than 1 MB");
    assertThat(Logo.of(whole, "logo.png").mediaType()).isEqualTo("image/png");
  }

  private static void refused(byte[] bytes, String why) {
    assertThatThrownBy(() -> Logo.of(bytes, "logo.png"))
        .isInstanceOf(BrandException.class)
        .hasMessageContaining("logo.png")
        .hasMessageContaining(why);
  }
}
