package io.retainer.app.brand;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.TestHome;
import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.time.Period;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.brand.BrandOwner;
import io.retainer.workspace.contract.Json;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrandTest {

  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-03T06:00:00Z"), ZoneOffset.UTC);
  private static final String CLIENT = SHOP.id().value();
  private static final BrandOwner OWNER = BrandOwner.of(SHOP.id());

  @TempDir private Path folder;
  private TestHome home;
  private ClientBrandApi api;
  private BrandApi agency;
  private BrandBoard board;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder, NOVEMBER);
    api = new ClientBrandApi(home.workspace());
    agency = new BrandApi(home.workspace());
    board = new BrandBoard(home.workspace(), new Pages());
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private static byte[] logo(Color colour) throws IOException {
    var picture = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, 400, 100);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return bytes.toByteArray();
  }

  private static JsonNode json(String text) throws IOException {
    return Json.read(text);
  }

  private static Visit manager() {
    return new Visit(
        Optional.of(new Account("1", "maria", Role.MANAGER)),
        Language.EN,
        Visit.Theme.SYSTEM,
        "token",
        "/brand");
  }

  @Test
  void programsSetReadUndoAndResetIt() throws IOException {
    agency.change("{\"agency\": \"Agency North\", \"primary\": \"#0b6e4f\"}");
    api.put(CLIENT, "client-logo", SentBody.of(logo(Color.RED), "image/png"));

    JsonNode now = json(api.change(CLIENT, "{\"accent\": \"#ffffe0\"}"));
    assertThat(now.path("accent").asText()).isEqualTo("#ffffe0");
    assertThat(now.path("primary").isNull()).as("its own").isTrue();
    assertThat(now.path("files")).hasToString("[\"client-logo\"]");
    assertThat(now.at("/inForce/primary").asText()).isEqualTo("#0b6e4f");
    assertThat(now.at("/inForce/agency").asText()).isEqualTo("Agency North");
    assertThat(now.at("/inForce/clientLogo/width").asInt()).isEqualTo(400);
    assertThat(now.path("notices").findValuesAsText("kind"))
        .containsExactly("primary-readable", "accent-hardly-seen");

    assertThat(json(api.change(CLIENT, now.toString())).path("accent"))
        .as("sent back")
        .isEqualTo(now.path("accent"));
    assertThat(json(api.remove(CLIENT, "client-logo")).path("files")).isEmpty();
    assertThat(json(api.undo(CLIENT)).path("files")).hasSize(1);
    assertThat(json(api.reset(CLIENT)).at("/inForce/accent").isNull()).isTrue();
  }

  @Test
  void whatCannotBeUsedIsNamed() {
    assertThatThrownBy(() -> api.change(CLIENT, "{\"primary\": \"red\"}"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is a colour like #3450c9; saw \"red\"");
    assertThatThrownBy(() -> api.change(CLIENT, "{\"colour\": \"#112233\"}"))
        .hasMessageContaining("\"colour\" is not known");
    assertThatThrownBy(() -> api.put(CLIENT, "favicon", SentBody.of(new byte[9], "image/png")))
        .hasMessageContaining("there are [agency-logo, client-logo, font-regular, font-bold]");
    assertThatThrownBy(() -> api.put(CLIENT, "font-regular", SentBody.of(new byte[9], "font/ttf")))
        .hasMessageContaining("font-regular is no font");
    assertThatThrownBy(() -> api.undo(CLIENT)).hasMessageContaining("nothing to undo");
  }

  @Test
  void aFormIsLookedAtBeforeItIsSaved() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("csrf", "token");
    fields.put("primary", "#0b6e4f");
    fields.put("accent", "");
    fields.put("do", "look");
    Map<String, byte[]> files = Map.of("client-logo", logo(Color.RED), "font-bold", new byte[0]);
    BrandForm form = BrandForm.read(SentBody.form(fields, files), manager());

    BrandView looked = board.view(Optional.of(SHOP), manager(), Optional.of(form), "");

    assertThat(form.isLook()).isTrue();
    assertThat(looked.typed()).containsEntry("primary", "#0b6e4f");
    assertThat(looked.sheets()).startsWith("data:image/png;base64,");
    assertThat(looked.files().get(1).shown()).startsWith("data:image/png;base64,");
    assertThat(home.workspace().brands().own(OWNER).isEmpty()).as("nothing is saved").isTrue();

    home.workspace().brands().change(OWNER, form.change());
    assertThat(home.workspace().brands().own(OWNER).primary()).contains(new Color(0x0B6E4F));
    assertThat(home.workspace().brands().inForce(OWNER).clientLogo()).isPresent();
    assertThat(home.workspace().brands().inForce(OWNER).fonts()).isEmpty();
  }

  @Test
  void aFormOfAnotherSiteIsRefusedBeforeItsFilesAreRead() throws IOException {
    var foreign = SentBody.form(Map.of("csrf", "another"), Map.of("client-logo", logo(Color.RED)));
    var large = SentBody.form(Map.of("csrf", "token"), Map.of("client-logo", new byte[5 << 20]));

    assertThatThrownBy(() -> BrandForm.read(foreign, manager()))
        .hasMessageContaining("not from this browser");
    assertThatThrownBy(() -> BrandForm.read(large, manager()))
        .hasMessageContaining("\"client-logo\" is larger than a form may carry");
  }

  @Test
  void aBrokenFileThatSomebodyPutThereIsNamedOnThePageAndCanBeTakenAway() throws IOException {
    Path style = Files.createDirectories(folder.resolve("report-templates/style"));
    Files.writeString(style.resolve("agency-logo.png"), "no picture");

    BrandView shown = board.view(Optional.empty(), manager(), Optional.empty(), "");

    assertThat(shown.problem()).contains("style/agency-logo.png is no PNG, JPEG or SVG picture");
    assertThat(shown.files().get(0).isOwn()).isTrue();
    agency.remove("agency-logo");
    assertThat(style.resolve("agency-logo.png")).doesNotExist();
  }

  @Test
  void whatWasIssuedStaysAsItIs() throws IOException {
    var runs = new Runs(home::state, NOVEMBER);
    var renderer =
        new RunRenderer(home.workspace(), runs, Inspection.NONE, new RunFindings(home::state));
    var files = new RunFiles(home.workspace().home());
    agency.put("agency-logo", SentBody.of(logo(Color.RED), "image/png"));
    agency.change("{\"agency\": \"Agency North\"}");
    Run first = made(runs, renderer);
    Map<String, String> before = files(first, files);

    agency.put("agency-logo", SentBody.of(logo(Color.BLUE), "image/png"));
    agency.change("{\"agency\": \"Agency South\", \"primary\": \"#0b6e4f\"}");
    Run second = made(runs, renderer);

    assertThat(files(first, files)).isEqualTo(before);
    EmailBody mail = files.mail(first);
    assertThat(mail.html())
        .contains("cid:" + mail.logo().orElseThrow().id(), "alt=\"Agency North\"");
    assertThat(files.mail(second).logo().orElseThrow().id())
        .isNotEqualTo(mail.logo().orElseThrow().id());
    assertThat(files.page(second, true).orElseThrow()).contains("Agency South", "brand-0b6e4f.css");
    assertThat(files.page(first, true).orElseThrow()).doesNotContain("South", "brand-");
  }

  private static Run made(Runs runs, RunRenderer renderer) {
    Run asked =
        runs.add(
            new RunRequest(
                SHOP.id(),
                "executive-one-page",
                Period.month(YearMonth.of(2026, 10)),
                Optional.empty(),
                Set.of(ReportFormat.values())),
            SHOP,
            "maria");
    renderer.render(asked.id());
    return runs.find(asked.id()).orElseThrow();
  }

  private static Map<String, String> files(Run run, RunFiles files) throws IOException {
    Map<String, String> all = new TreeMap<>();
    for (RunFile file : run.files()) {
      Path path = files.path(run, file);
      try (var beside = Files.list(path.getParent())) {
        for (Path each : (Iterable<Path>) beside::iterator) {
          all.put(
              each.getFileName().toString(),
              new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(4);
    return all;
  }
}
