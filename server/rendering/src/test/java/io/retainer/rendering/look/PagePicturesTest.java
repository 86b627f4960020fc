package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.Renderings;
import io.retainer.rendering.Samples;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of each template's preview, very small and in shades of grey, beside those that
 * somebody looked at. Whoever changes a layout on purpose looks at the new pages, and keeps them
 * with
 *
 * <pre>{@code
 * ./mvnw -q -pl server/rendering -am test -Dtest=PagePicturesTest -DargLine=-Dpages.keep=true
 * }</pre>
 */
class PagePicturesTest {

  private static final int WIDTH = 48;
  private static final int HEIGHT = 68;

  /** How much a page may differ on average, of 255: fonts are drawn a little differently. */
  private static final double TOLERANCE = 1;

  /** And its worst part, an eighth of the page wide and high. */
  private static final double PART_TOLERANCE = 3;

  private static final ReportTemplates TEMPLATES = Samples.templates();
  private static final Renderings RENDERINGS = new Renderings(TEMPLATES);

  static Stream<String> templates() {
    return TEMPLATES.all().stream().map(ReportTemplate::id);
  }

  private static byte[] pdf(String template, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return RENDERINGS.pdf(
        SampleReport.compose(
            TEMPLATES.named(template), Samples.catalogue(), locale, "Retainer 0.1.0"),
        locale);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void looksAsItDidWhenSomebodyLooked(String template) throws IOException {
    BufferedImage now = sheet(pdf(template, "en"));
    Path kept = Path.of("src/test/resources/io/retainer/rendering/look").resolve(template + ".png");
    if (Boolean.getBoolean("pages.keep")) {
      ImageIO.write(now, "png", kept.toFile());
    }

    BufferedImage then = ImageIO.read(kept.toFile());

    assertThat(now.getWidth() / WIDTH).as("pages").isEqualTo(then.getWidth() / WIDTH);
    for (int page = 0; page < now.getWidth() / WIDTH; page++) {
      BufferedImage one = page(now, page);
      BufferedImage other = page(then, page);
      assertThat(difference(one, other, 0, 0, WIDTH, HEIGHT))
          .as("page %d, all of it", page + 1)
          .isLessThan(TOLERANCE);
      assertThat(worstPart(one, other))
          .as("page %d, its worst part", page + 1)
          .isLessThan(PART_TOLERANCE);
    }
  }

  @Test
  void aTableThatIsMissingIsSeen() throws IOException {
    BufferedImage page = page(sheet(pdf("seo", "en")), 2);
    BufferedImage without = page(sheet(pdf("seo", "en")), 2);
    without.getGraphics().setColor(java.awt.Color.WHITE);
    without.getGraphics().fillRect(0, HEIGHT * 6 / 10, WIDTH, HEIGHT * 2 / 10);

    assertThat(worstPart(page, without)).isGreaterThan(PART_TOLERANCE);
  }

  private static BufferedImage page(BufferedImage sheet, int page) {
    return sheet.getSubimage(page * WIDTH, 0, WIDTH, HEIGHT);
  }

  private static double worstPart(BufferedImage one, BufferedImage other) {
    int width = WIDTH / 8;
    int height = HEIGHT / 8;
    return IntStream.range(0, 64)
        .mapToDouble(
            part -> difference(one, other, part % 8 * width, part / 8 * height, width, height))
        .max()
        .orElseThrow();
  }

  private static double difference(
      BufferedImage one, BufferedImage other, int left, int top, int width, int height) {
    long sum = 0;
    for (int x = left; x < left + width; x++) {
      for (int y = top; y < top + height; y++) {
        sum += Math.abs((one.getRGB(x, y) & 255) - (other.getRGB(x, y) & 255));
      }
    }
    return (double) sum / width / height;
  }

  /** The pages beside each other, each dot the mean of what it stands for. */
  private static BufferedImage sheet(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      int pages = document.getNumberOfPages();
      BufferedImage sheet = new BufferedImage(pages * WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
      for (int page = 0; page < pages; page++) {
        BufferedImage large = renderer.renderImageWithDPI(page, 36, ImageType.GRAY);
        for (int x = 0; x < WIDTH; x++) {
          for (int y = 0; y < HEIGHT; y++) {
            sheet.getRaster().setSample(page * WIDTH + x, y, 0, mean(large, x, y));
          }
        }
      }
      return sheet;
    }
  }

  private static int mean(BufferedImage large, int x, int y) {
    int left = x * large.getWidth() / WIDTH;
    int right = (x + 1) * large.getWidth() / WIDTH;
    int top = y * large.getHeight() / HEIGHT;
    int bottom = (y + 1) * large.getHeight() / HEIGHT;
    long sum = 0;
    for (int i = left; i < right; i++) {
      for (int j = top; j < bottom; j++) {
        sum += large.getRaster().getSample(i, j, 0);
      }
    }
    return (int) (sum / ((long) (right - left) * (bottom - top)));
  }
}
