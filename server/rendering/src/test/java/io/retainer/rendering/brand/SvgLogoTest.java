package io.retainer.rendering.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgLogoTest {

  private static final String OPEN =
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
          + " viewBox='0 0 40 20'>";

  private static final String RECT = "<rect width='20' height='20' fill='#c8143c'/>";

  private static Logo logo(String svg) {
    return Logo.of(svg.getBytes(StandardCharsets.UTF_8), "logo.svg");
  }

  private static BufferedImage picture(String svg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(logo(svg).bytes()));
  }

  @Test
  void aDrawingBecomesAPictureFineEnoughForPaper() throws IOException {
    Logo logo = logo("\n<?xml version='1.0'?>".strip() + OPEN + RECT + "</svg>");

    assertThat(logo.mediaType()).isEqualTo("image/png");
    assertThat(logo.width()).isEqualTo(1200);
    assertThat(logo.height()).isEqualTo(600);
    BufferedImage picture = picture(OPEN + RECT + "</svg>");
    assertThat(new Color(picture.getRGB(300, 300))).isEqualTo(new Color(0xC8143C));
    assertThat(picture.getRGB(900, 300) >>> 24).as("transparent").isZero();
  }

  @Test
  void theSameDrawingGivesTheSameBytes() {
    String svg = OPEN + "<circle cx='10' cy='10' r='9' stroke='navy' fill='none'/></svg>";

    assertThat(logo(svg).bytes()).isEqualTo(logo(svg).bytes());
  }

  /** Documents of drawing programs: doctype, names of their own, gradients, a style sheet. */
  @Test
  void whatDrawingProgramsAddDoesNoHarm() throws IOException {
    String svg =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- Generator: a drawing program -->
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
          <!ENTITY ns_own "http://ns.example.com/own/1.0/">
        ]>
        <svg version="1.1" xmlns="http://www.w3.org/2000/svg" xmlns:o="&ns_own;"
             xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" onscreen=""
             o:export-filename="C:\\Users\\acme\\logo.png" o:onload="1" xml:space="preserve">
          <metadata><o:data>of its own</o:data></metadata>
          <title>Acme</title>
          <defs>
            <style type="text/css">.st0{fill:#C8143C;}</style>
            <linearGradient id="a"><stop offset="0" stop-color="#0b6e4f"/></linearGradient>
            <linearGradient id="b" xlink:href="#a" x1="0" x2="1"/>
            <path id="p" d="M20 0h20v20h-20z"/>
          </defs>
          <rect class="st0" width="20" height="20" style="stroke-dasharray:none;stroke-width:0"/>
          <rect width="1" height="1" fill="none" stroke-dasharray="none"/>
          <use xlink:href="#p" fill="url(#b)"/>
        </svg>
        """
            .replace(" onscreen=\"\"", "");

    BufferedImage picture = picture(svg);

    assertThat(new Color(picture.getRGB(300, 300))).isEqualTo(new Color(0xC8143C));
    assertThat(new Color(picture.getRGB(900, 300))).isEqualTo(new Color(0x0B6E4F));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script>alert(1)</script>                                            | <script>
          <rect width='9' height='9' onload='alert(1)'/>                       | a script in "onload"
          <foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject> | <foreignObject>
          <image href='http://example.org/a.png' width='9' height='9'/>        | a picture inside
          <image href='file:///etc/passwd' width='9' height='9'/>              | a picture inside
          <use href='http://example.org/a.svg#x'/>                             | outside of itself
          <use xlink:href='file:///etc/passwd#x'/>                             | outside of itself
          <rect width='9' height='9' fill='url(http://example.org/#a)'/>       | outside of itself
          <rect width='9' height='9' style='fill:url( "//example.org/#a")'/>   | outside of itself
          <style>@import 'http://example.org/a.css';</style>                   | outside of itself
          <style>@font-face { src: url(data:x) }</style>                       | outside of itself
          <style>rect { fill: u\\72l(//example.org/) }</style>                  | outside of itself
          <text>Acme</text>                                                    | turn it into paths
          <animate attributeName='x'/>                                         | <animate>
          <filter id='f'/>                                                     | <filter>
          <g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>         | copies of copies
          <g id='a'><use href='#x' xlink:href='#b'/></g><g id='b'><use xlink:href='#a'/></g> | copies of copies
          <path d='M0 0h9e9' stroke='red' stroke-dasharray='.0001'/>           | dashed lines
          <path d='M0 0h9e9' style='stroke-dasharray:.0001'/>                  | dashed lines
          <path d='M0 0h9e9' style='stroke-dasharray/**/:.0001'/>              | dashed lines
          <style>path { stroke-dasharray: none; stroke-dasharray: .0001 }</style> | dashed lines
          <a href='#x'><rect width='9' height='9'/></a>                        | <a>
          """)
  void whatRunsFetchesOrGrowsIsRefused(String inside, String why) {
    assertThatThrownBy(() -> logo(OPEN + RECT + inside + "</svg>"))
        .isInstanceOf(BrandException.class)
        .hasMessageStartingWith("logo.svg ")
        .hasMessageContaining(why.strip());
  }

  @Test
  @Timeout(60)
  void endlessDocumentsEnd() {
    String laughs =
        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>"
            + "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'>]>"
            + OPEN
            + "<title>&e;&e;&e;</title></svg>";
    String file =
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
            + OPEN
            + "<title>&a;</title></svg>";
    String deep = OPEN + "<g>".repeat(5000) + "</g>".repeat(5000) + "</svg>";
    String many = OPEN + "<g/>".repeat(30_000) + "</svg>";
    String copies =
        OPEN
            + "<g id='a'>"
            + "<path/>".repeat(2000)
            + "</g>"
            + "<use href='#a'/>".repeat(2000)
            + "</svg>";
    String uses = OPEN + "<use xlink:href='#x'/>".repeat(19_000) + "</svg>";
    String sizeless = "<svg xmlns='http://www.w3.org/2000/svg'>" + RECT + "</svg>";

    for (String svg : List.of(laughs, deep, many, copies, uses, sizeless, OPEN, "<?xml")) {
      assertThatThrownBy(() -> logo(svg))
          .as(svg.substring(0, Math.min(60, svg.length())))
          .isInstanceOf(BrandException.class);
    }
    assertThat(logo(file).width()).as("without the file").isEqualTo(1200);
  }

  @Test
  @Timeout(20)
  void clipsThatMultiplyOrLeadIntoOneAnotherEnd() {
    var many = new StringBuilder(OPEN);
    for (int i = 0; i < 8; i++) {
      many.append("<clipPath id='c" + i + "'>")
          .append(("<rect width='9' height='9' clip-path='url(#c" + (i + 1) + ")'/>").repeat(10))
          .append("</clipPath>");
    }
    many.append("<clipPath id='c8'/><rect width='9' height='9' clip-path='url(#c0)'/></svg>");
    String ring = many.toString().replace("#c8", "#c0");

    assertThatThrownBy(() -> logo(many.toString())).hasMessageContaining("more than 20000 shapes");
    assertThatThrownBy(() -> logo(ring)).hasMessageContaining("its clips lead into one another");
  }

  @Test
  void aJpegOfAPrintingPressIsShownInColoursOfTheScreen() throws IOException {
    byte[] press =
        SvgLogoTest.class
            .getResourceAsStream("/io/retainer/rendering/look/press.jpg")
            .readAllBytes();

    Logo logo = Logo.of(press, "logo.jpg");

    assertThat(logo.mediaType()).isEqualTo("image/png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(logo.bytes()));
    Color inside = new Color(picture.getRGB(60, 30));
    assertThat(inside.getRed()).isGreaterThan(150);
    assertThat(inside.getGreen()).isLessThan(90);
    assertThat(inside.getBlue()).isLessThan(110);
    assertThat(new Color(picture.getRGB(2, 2)).getGreen()).as("paper").isGreaterThan(245);
  }

  @Test
  void aLogoForDarkGroundsIsFaintOnPaper() {
    assertThat(logo(OPEN + "<rect width='20' height='20' fill='white'/></svg>").isFaintOnPaper())
        .isTrue();
    assertThat(logo(OPEN + "<rect width='20' height='20' fill='#eee'/></svg>").isFaintOnPaper())
        .isTrue();
    assertThat(logo(OPEN + RECT + "</svg>").isFaintOnPaper()).isFalse();
  }
}
