package io.retainer.app.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.Visitor;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.Composition.Part;
import io.retainer.rendering.template.OwnSection;
import io.retainer.rendering.template.SectionWords;
import io.retainer.rendering.template.Shape;
import io.retainer.spi.Grain;
import io.retainer.workspace.composing.ReportVersions;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account manager makes a report a client's own, without touching a file. */
class CompositionPagesTest {

  private static final String SHOP = TestHome.SHOP.id().value();
  private static final String REPORT = "monthly-performance";

  @TempDir private Path folder;
  private TestHome home;
  private CompositionPages pages;

  @BeforeEach
  void open() {
    home = new TestHome(folder, new SettableClock("2026-11-02T08:00:00Z"));
    pages = new CompositionPages(home.workspace(), new Pages());
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Composition now() {
    return home.workspace().reports().composition(TestHome.SHOP.id(), REPORT);
  }

  /** As a browser sends the form with one of its buttons. */
  private Response send(Composition composition, String button) {
    return send(composition, basis(), button);
  }

  private String basis() {
    return ReportVersions.basis(home.workspace().reportVersions().text(TestHome.SHOP.id(), REPORT));
  }

  private Response send(Composition composition, String basis, String button) {
    List<String> fields = new ArrayList<>();
    fields.add(field("basis", basis));
    for (int i = 0; i < composition.compare().size(); i++) {
      fields.add(field("compare." + i, composition.compare().get(i)));
    }
    composition.scorecard().forEach(each -> fields.add(field("scorecard", each)));
    fields.add(field("scorecard", ""));
    for (Part part : composition.sections()) {
      fields.add(field("section", part.key()));
      if (part.isShown()) {
        fields.add(field("shown." + part.key(), "yes"));
      }
      part.figures().forEach(each -> fields.add(field("figures." + part.key(), each)));
      fields.add(field("figures." + part.key(), ""));
      part.own().ifPresent(own -> own(fields, part.key(), own));
    }
    fields.add(field("do", button));
    return pages.sent(SHOP, REPORT, String.join("&", fields), Visitor.manager("maria"));
  }

  private static void own(List<String> fields, String key, OwnSection own) {
    fields.add(field("own", key));
    own.words().titles().forEach((in, said) -> fields.add(field("title." + key + "." + in, said)));
    own.words().texts().forEach((in, said) -> fields.add(field("text." + key + "." + in, said)));
    fields.add(field("shape." + key, own.shape().name()));
    fields.add(field("by." + key, own.by()));
    fields.add(field("over." + key, own.over().name()));
    fields.add(field("rows." + key, own.rows() == 0 ? "many" : String.valueOf(own.rows())));
  }

  private static Part fairs(String title, Shape shape, String by, int rows, String... figures) {
    var words = new SectionWords(title.isEmpty() ? Map.of() : Map.of("fi", title), Map.of());
    return new Part(
        "own-1",
        true,
        List.of(figures),
        Optional.of(new OwnSection(words, shape, by, Grain.WEEK, rows)));
  }

  private static String field(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Composition without(Composition base, String key) {
    return new Composition(
        base.compare(),
        base.scorecard(),
        base.sections().stream()
            .map(part -> part.key().equals(key) ? part.shown(false) : part)
            .toList());
  }

  private static String text(Response answer) {
    return answer.getEntity().toString();
  }

  private Path file() {
    return home.workspace()
        .home()
        .reportTemplates(TestHome.SHOP.id())
        .resolve(REPORT)
        .resolve("override.yaml");
  }

  @Test
  void whatWouldChangeIsSaidAndNothingChanges() {
    Response answer = send(without(now(), "social"), "check");

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(text(answer)).contains("What would change", "sections");
    assertThat(file()).doesNotExist();
    assertThat(text(send(now(), "check"))).contains("This is the version in force");
  }

  @Test
  void aMoveIsShownAndSavedWithTheRest() {
    Composition before = now();
    String second = before.sections().get(1).key();

    assertThat(send(before, "up:" + second).getStatus()).isEqualTo(200);
    assertThat(now()).isEqualTo(before);

    assertThat(send(before.moved(second, -1), "save").getStatus()).isEqualTo(303);
    assertThat(now().sections().get(0).key()).isEqualTo(second);
    assertThat(file()).exists();
  }

  @Test
  void eachSavedVersionIsKeptWithItsAuthorAndCanBeBroughtBack() throws Exception {
    Composition before = now();
    send(without(before, "social"), "save");
    String own = Files.readString(file());

    var versions = home.workspace().reportVersions().versions(TestHome.SHOP.id(), REPORT);
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).by()).isEqualTo("maria");
    assertThat(versions.get(0).text()).isEqualTo(own);
    assertThat(versions.get(1).text()).isEmpty();

    assertThat(send(now(), "restore:1").getStatus()).isEqualTo(303);
    assertThat(now()).isEqualTo(before);
    assertThat(file()).doesNotExist();

    send(now(), "restore:2");
    assertThat(file()).hasContent(own);
  }

  @Test
  void whatSomebodyElseHasSavedIsNotWrittenOverUnseen() throws Exception {
    Composition before = now();
    String basis = basis();
    send(without(before, "social"), "save");
    String theirs = Files.readString(file());

    Response answer = send(without(before, "email"), basis, "save");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(text(answer))
        .contains("Somebody else has changed this report meanwhile", "What would change")
        .contains("name=\"basis\" value=\"" + basis() + "\"");
    assertThat(file()).hasContent(theirs);

    assertThat(send(without(before, "email"), basis(), "save").getStatus()).isEqualTo(303);
    assertThat(now()).isEqualTo(without(before, "email"));
  }

  @Test
  void aFileThatWasEditedByHandIsNotTakenForTheLastVersion() throws Exception {
    send(without(now(), "social"), "save");
    assertThat(text(pages.show(SHOP, REPORT, Visitor.manager("maria")))).contains("in force");

    Files.writeString(file(), "# by hand\n" + Files.readString(file()));

    assertThat(text(pages.show(SHOP, REPORT, Visitor.manager("maria"))))
        .doesNotContain(">in force<")
        .contains("restore:2");
  }

  @Test
  void whatIsWrongIsMarkedAndNotSaved() {
    Composition before = now();
    var unknown = new Composition(before.compare(), List.of("web.sesions"), before.sections());
    List<Part> sections = new ArrayList<>(before.sections());
    sections.set(0, new Part(sections.get(0).key(), true, List.of()));
    var empty = new Composition(before.compare(), before.scorecard(), sections);
    var twice =
        new Composition(List.of("previous", "previous"), before.scorecard(), before.sections());

    for (Composition wrong : List.of(unknown, empty, twice)) {
      assertThat(send(wrong, "save").getStatus()).isEqualTo(422);
    }
    assertThat(text(send(unknown, "save"))).contains("web.sesions", "No KPI is called that");
    assertThat(text(send(empty, "check"))).contains("This section has no figure");
    assertThat(file()).doesNotExist();
    assertThat(now()).isEqualTo(before);
  }

  @Test
  void thePreviewIsAPdfOfWhatIsNotSavedYet() {
    Response answer = send(without(now(), "social"), "preview");

    assertThat(answer.getMediaType()).hasToString("application/pdf");
    assertThat(new String((byte[]) answer.getEntity(), 0, 5, StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    assertThat(file()).doesNotExist();
  }

  @Test
  void aClientWithoutDataHasNoPreviewOfItsOwn() {
    assertThatThrownBy(() -> send(now(), "preview-own"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no data of a whole period");
  }

  @Test
  void theListSaysWhichReportsAreTheClientsOwn() {
    assertThat(text(pages.board(SHOP, Visitor.manager("maria")))).doesNotContain("own version");
    send(without(now(), "social"), "save");
    assertThat(text(pages.board(SHOP, Visitor.manager("maria")))).contains("own version");
    assertThatThrownBy(() -> pages.show(SHOP, "../style", Visitor.manager("maria")))
        .isInstanceOf(Problem.class);
  }

  @Test
  void aSectionIsAddedWithoutCode() throws Exception {
    String empty = text(send(now(), "add:"));

    assertThat(empty)
        .contains("name=\"own\" value=\"own-1\"", "New section", "autofocus")
        .contains("name=\"title.own-1.en\"", "name=\"title.own-1.fi\"");
    assertThat(file()).doesNotExist();

    Part fairs = fairs("Messut", Shape.BARS, "channel", 3, "Sessions", "web.bounce-rate");
    assertThat(text(send(now().and(fairs), "check")))
        .contains("Section “Messut”: title (Suomi)", "Section “Messut”: figures", ">Sessions, ")
        .contains("by channel: web.sessions, web.bounce-rate; top 3");
    assertThat(send(now().and(fairs), "save").getStatus()).isEqualTo(303);

    assertThat(Files.readString(file()))
        .isEqualTo(
            """
            sections:
            - key: own-1
              title: {fi: Messut}
              figures: [web.sessions, web.bounce-rate]
              breakdowns:
              - by: channel
                kpis: [web.sessions, web.bounce-rate]
                top: 3
                bars: true
            """);
    assertThat(text(pages.show(SHOP, REPORT, Visitor.manager("maria"))))
        .contains("Messut", "value=\"Sessions\"", "client’s own");
  }

  @Test
  void whatDoesNotFitIsSaidAtItsFieldAndAllThatWasTypedIsThere() {
    Part wrong = fairs("", Shape.BARS, "query", 0, "web.sessions", "no such figure");

    Response answer = send(now().and(wrong), "save");

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(text(answer))
        .contains("Give the section a title in this language")
        .contains("“Sessions” cannot be broken down by that")
        .contains("Write a whole number from 1 to 100", "name=\"rows.own-1\" value=\"many\"")
        .contains("value=\"no such figure\"", "No KPI is called that");
    assertThat(file()).doesNotExist();
    assertThat(
            text(send(now().and(fairs("verkkosivusto", Shape.FIGURES, "", 5, "Sessions")), "save")))
        .contains("Another section is called that");
  }

  @Test
  void aSectionThatIsRemovedCanBeKeptAndComesBackWithAnEarlierVersion() {
    Composition with = now().and(fairs("Messut", Shape.FIGURES, "", 10, "Sessions"));
    send(with, "save");
    Composition saved = now();

    String removed = text(send(saved, "remove:own-1"));
    assertThat(removed).contains("This section goes when you save", "keep:own-1");
    assertThat(now()).isEqualTo(saved);

    send(saved.shown("own-1", false), "save");
    assertThat(file()).doesNotExist();
    assertThat(text(send(now(), "add:"))).contains("name=\"own\" value=\"own-2\"");

    send(now(), "restore:2");
    assertThat(now()).isEqualTo(saved);
  }

  @Test
  void whatAPersonWroteIntoTheFileIsSaidAndStays() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(
        file(),
        """
        trail: 6 # half a year
        sections:
          - key: fairs
            title: {en: Fairs}
            figures: [web.sessions]
            breakdowns:
              - {by: channel, kpis: [web.sessions], top: 3}
              - {by: device, kpis: [web.sessions], top: 3}
        """);

    assertThat(text(pages.show(SHOP, REPORT, Visitor.manager("maria"))))
        .contains(
            "says more than this page", "<code>trail</code>", "<code>fairs: breakdowns</code>")
        .contains("The file has comments", "As the file says");

    assertThat(send(without(now(), "social"), "save").getStatus()).isEqualTo(303);
    assertThat(Files.readString(file())).contains("trail: 6", "by: device", "by: channel");
  }
}
