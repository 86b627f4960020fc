package io.retainer.workspace.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.client.ClientId;
import io.retainer.rendering.brand.BrandException;
import io.retainer.rendering.brand.BrandFiles;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.HomeFolder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandsTest {

  private static final BrandOwner AGENCY = BrandOwner.AGENCY;
  private static final BrandOwner NORDIC = BrandOwner.of(new ClientId("nordic"));
  private static final BrandOwner BIRCH = BrandOwner.of(new ClientId("birch"));

  @TempDir private Path home;
  private Brands brands;

  @BeforeEach
  void open() {
    brands = new Brands(new HomeFolder(home), Path.of("../../report-templates"));
  }

  private static byte[] logo(int width, int height, Color colour) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private static BrandChange words(String primary, String accent) {
    return BrandChange.none().with("primary", primary).with("accent", accent);
  }

  private Optional<Color> primary(BrandOwner owner) {
    return brands.inForce(owner).palette().primary();
  }

  /** Every file of the home but those of the process, with its text. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var all = Files.walk(home.resolve("report-templates"))) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        files.put(
            home.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  @Test
  void aClientHasWhatItSetsAndTheAgencysForTheRest() throws IOException {
    brands.change(
        AGENCY,
        words("#0b6e4f", "#f2a541")
            .with("agency", "Agency \"North\" & Söner\\")
            .with(BrandFiles.AGENCY_LOGO, Optional.of(logo(400, 100, Color.RED))));
    brands.change(NORDIC, BrandChange.none().with("primary", "#112233"));

    assertThat(primary(AGENCY)).contains(new Color(0x0B6E4F));
    assertThat(primary(BIRCH)).contains(new Color(0x0B6E4F));
    assertThat(primary(NORDIC)).contains(new Color(0x112233));
    assertThat(brands.inForce(NORDIC).palette().accent()).contains(new Color(0xF2A541));
    assertThat(brands.inForce(NORDIC).agency()).contains("Agency \"North\" & Söner\\");
    assertThat(brands.inForce(NORDIC).agencyLogo().orElseThrow().width()).isEqualTo(400);
    assertThat(brands.own(NORDIC).accent()).isEmpty();
    assertThat(brands.own(AGENCY).files()).containsExactly(BrandFiles.AGENCY_LOGO);
  }

  @Test
  void whatPeopleWroteIntoTheFileStays() throws IOException {
    Path look = home.resolve("report-templates/style/look.yaml");
    Files.createDirectories(look.getParent());
    Files.writeString(look, "# ours\npaper: letter\nprimary: '#123456' # of 2025\n");

    brands.change(AGENCY, BrandChange.none().with("accent", "#f2a541"));
    assertThat(Files.readString(look))
        .isEqualTo("# ours\npaper: letter\nprimary: '#123456' # of 2025\naccent: \"#f2a541\"\n");

    brands.change(AGENCY, words("", ""));
    assertThat(Files.readString(look)).isEqualTo("# ours\npaper: letter\n");
  }

  @Test
  void oneStepLeadsBackAndForthAgain() throws IOException {
    byte[] red = logo(400, 100, Color.RED);
    assertThat(brands.mayUndo(AGENCY)).isFalse();
    assertThat(brands.undo(AGENCY)).isFalse();
    brands.change(AGENCY, words("#0b6e4f", "").with(BrandFiles.CLIENT_LOGO, Optional.of(red)));
    Map<String, String> before = files();

    brands.change(
        AGENCY, words("#112233", "#445566").with(BrandFiles.CLIENT_LOGO, Optional.empty()));
    Map<String, String> after = files();
    assertThat(brands.undo(AGENCY)).isTrue();

    assertThat(files()).isEqualTo(before);
    assertThat(brands.undo(AGENCY)).isTrue();
    assertThat(files()).isEqualTo(after);
  }

  @Test
  void savingTheSameAgainIsNoChangeToTakeBack() throws IOException {
    byte[] red = logo(400, 100, Color.RED);
    BrandChange green = words("#0b6e4f", "").with(BrandFiles.AGENCY_LOGO, Optional.of(red));
    brands.change(AGENCY, words("#112233", ""));
    brands.change(AGENCY, green);

    brands.change(AGENCY, green);
    brands.change(AGENCY, BrandChange.none());
    brands.undo(AGENCY);

    assertThat(primary(AGENCY)).contains(new Color(0x112233));
    assertThat(brands.inForce(AGENCY).agencyLogo()).isEmpty();
  }

  @Test
  void aResetLeadsToTheBrandBelowAndCanBeUndone() throws IOException {
    brands.change(AGENCY, words("#0b6e4f", ""));
    brands.change(
        NORDIC,
        words("#112233", "#445566")
            .with(BrandFiles.CLIENT_LOGO, Optional.of(logo(300, 300, Color.BLUE))));

    brands.reset(NORDIC);

    assertThat(brands.own(NORDIC).isEmpty()).isTrue();
    assertThat(primary(NORDIC)).contains(new Color(0x0B6E4F));
    brands.undo(NORDIC);
    assertThat(primary(NORDIC)).contains(new Color(0x112233));
    assertThat(brands.inForce(NORDIC).clientLogo()).isPresent();
  }

  @Test
  void whatCannotBeUsedChangesNothing() throws IOException {
    brands.change(AGENCY, words("#0b6e4f", ""));
    Map<String, String> before = files();

    assertThatThrownBy(() -> brands.change(AGENCY, words("green", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"primary\" is a colour like #3450c9; saw \"green\"");
    assertThatThrownBy(
            () -> brands.change(AGENCY, BrandChange.none().with("agency", "x".repeat(200))))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("up to 120 characters");
    for (String lines : List.of("North\nSouth", "North\rSouth", "North\n\"\nprimary: red")) {
      assertThatThrownBy(() -> brands.change(AGENCY, BrandChange.none().with("agency", lines)))
          .isInstanceOf(TemplateException.class)
          .hasMessageContaining("is a name of one line");
    }
    byte[] script = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes();
    for (BrandFiles file : BrandFiles.values()) {
      assertThatThrownBy(
              () -> brands.change(AGENCY, words("#ffffff", "").with(file, Optional.of(script))))
          .isInstanceOf(BrandException.class)
          .hasMessageStartingWith(file.word() + " ");
    }

    assertThat(files()).isEqualTo(before);
    try (var left = Files.list(home.resolve("run"))) {
      assertThat(left).as("drafts that were left").isEmpty();
    }
  }

  @Test
  void aDrawingIsKeptAsThePictureThatReportsShow() throws IOException {
    byte[] svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 3'><path d='M0 0h9v3z'/></svg>"
            .getBytes(StandardCharsets.UTF_8);

    brands.change(AGENCY, BrandChange.of(BrandFiles.AGENCY_LOGO, Optional.of(svg)));

    assertThat(home.resolve("report-templates/style/agency-logo.png")).exists();
    assertThat(home.resolve("report-templates/style/agency-logo.svg")).doesNotExist();
  }

  @Test
  void whatReadersWouldMissIsTold() throws IOException {
    brands.change(
        AGENCY,
        words("#ffee00", "#fffff0")
            .with(BrandFiles.CLIENT_LOGO, Optional.of(logo(60, 20, Color.WHITE))));

    assertThat(BrandNotice.of(brands.inForce(AGENCY)))
        .extracting(BrandNotice::kind)
        .containsExactly(
            BrandNotice.Kind.PRIMARY_TOO_PALE,
            BrandNotice.Kind.ACCENT_HARDLY_SEEN,
            BrandNotice.Kind.LOGO_FAINT,
            BrandNotice.Kind.LOGO_COARSE);
    assertThat(BrandNotice.of(brands.inForce(AGENCY)).get(0).english())
        .startsWith(
            "The first colour has a contrast of 1.2 : 1 on paper, and letters need 4.5 : 1.")
        .containsPattern("Reports use #[0-9a-f]{6} in its place");
  }
}
