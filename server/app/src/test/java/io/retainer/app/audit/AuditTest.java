package io.retainer.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.reports.RunStep;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.ClientId;
import io.retainer.warehouse.imports.Mappings;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.brand.BrandChange;
import io.retainer.workspace.brand.BrandOwner;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down, and how it is read. */
class AuditTest {

  @TempDir private Path folder;

  private TestHome home;
  private AuditLog log;

  @BeforeEach
  void open() {
    home = new TestHome(folder, Clock.systemUTC());
    home.workspace().clients().add(TestHome.SHOP);
    log =
        new AuditLog(
            home::state,
            batch -> Optional.of("orders.csv"),
            new HomeValues(home.workspace())::at,
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ClientScope.leave();
    home.close();
  }

  @Test
  void whatWasAskedForStandsThereBeforeItIsDoneAndItsOutcomeAfterwards() {
    AuditLog.Begun entry = log.begin(asked("olga", "/clients/" + TestHome.SHOP.id() + "/targets"));

    assertThat(all()).extracting(AuditEntry::outcomeWord).containsExactly("unknown");
    log.end(entry, 303, Optional.empty(), null);
    assertThat(all())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.who()).isEqualTo("olga");
              assertThat(line.address()).isEqualTo("192.0.2.1");
              assertThat(line.what()).isEqualTo("POST /a/route");
              assertThat(line.client()).contains(TestHome.SHOP.id().value());
              assertThat(line.outcomeWord()).isEqualTo("done");
            });
  }

  @Test
  void refusedAndFailedAreToldApart() {
    log.end(log.begin(asked("olga", "/a")), 404, Optional.empty(), null);
    log.end(log.begin(asked("olga", "/b")), 500, Optional.empty(), null);

    assertThat(all()).extracting(AuditEntry::outcomeWord).containsExactly("failed", "refused");
  }

  @Test
  void itIsNarrowedByWhoClientAndWhatAsTextAndNotAsAPattern() {
    log.begin(asked("olga", "/clients/" + TestHome.SHOP.id() + "/edit"));
    log.begin(asked("o' or '1'='1", "/other"));

    assertThat(list("olga", "", "")).hasSize(1);
    assertThat(list("o' or '1'='1", "", "")).hasSize(1);
    assertThat(list("", TestHome.SHOP.id().value(), "")).hasSize(1);
    assertThat(list("", "", "/other")).hasSize(1);
    assertThat(list("", "", "%")).isEmpty();
  }

  @Test
  void inASpreadsheetNoNameIsAFormulaAndNoneBreaksALine() {
    log.begin(asked("=HYPERLINK(\"http://evil.example\")", "/a"));
    log.begin(asked("two\nlines, \"quoted\"", "/b"));

    assertThat(AuditCsv.of(all(), words(Language.EN), page(Language.EN), ZoneOffset.UTC))
        .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
        .contains("\"two\nlines, \"\"quoted\"\"\"");
  }

  @Test
  void saysWhatWasChangedFromWhatToWhatAndByTheNameThatItHad() {
    AuditLog.Begun begun = log.begin(to("POST", "/clients/{client}/edit", "/clients/fjell/edit"));
    home.state()
        .useHandle(it -> it.execute("update client set name = 'Vuori Oy' where id = 'fjell'"));
    log.end(begun, 303, Optional.empty(), "/clients/fjell");

    AuditEntry line = all().get(0);
    assertThat(words(Language.EN).deed(line)).isEqualTo("Change a client");
    assertThat(words(Language.EN).changes(line)).containsExactly("Name: Fjell Oy → Vuori Oy");
    assertThat(words(Language.RU).deed(line)).isEqualTo("Изменение клиента");
    assertThat(words(Language.RU).changes(line)).containsExactly("Название: Fjell Oy → Vuori Oy");
    assertThat(words(Language.EN).by(line)).isEqualTo("Manager · 192.0.2.1");
  }

  @Test
  void whatWasRefusedSaysWhyAndHasChangedNothing() {
    AuditLog.Begun begun = log.begin(to("POST", "/clients/{client}/edit", "/clients/fjell/edit"));
    home.state()
        .useHandle(it -> it.execute("update client set name = 'Vuori Oy' where id = 'fjell'"));
    log.end(begun, 403, Optional.empty(), null);

    AuditEntry line = all().get(0);
    assertThat(words(Language.EN).changes(line)).isEmpty();
    assertThat(words(Language.EN).why(line)).isEqualTo("not allowed");
    assertThat(words(Language.EN).client(line)).isEqualTo("Fjell Oy");
  }

  @Test
  void namesTheFileOfAnImportAndTheTitleOfAKpi() {
    log.begin(
        to("POST", "/clients/{client}/imports/{batch}/undo", "/clients/fjell/imports/7/undo"));
    log.begin(to("POST", "/kpis/{kpi}/edit", "/kpis/email.ctr/edit"));

    assertThat(words(Language.EN).thing(all().get(1))).isEqualTo("orders.csv");
    assertThat(words(Language.FI).thing(all().get(0))).isNotEmpty().isNotEqualTo("email.ctr");
  }

  @Test
  void whatIsThereOrNotIsSaidToBeAddedOrRemoved() {
    AuditLog.Begun begun = log.begin(to("POST", "/clients/{client}/mail", "/clients/fjell/mail"));
    home.state()
        .useHandle(
            it -> it.execute("insert into client_recipient values ('fjell', 'a@b.example')"));
    log.end(begun, 303, Optional.empty(), null);

    assertThat(words(Language.EN).changes(all().get(0)))
        .containsExactly("Recipient a@b.example: added");
    assertThat(words(Language.FI).changes(all().get(0)))
        .containsExactly("Vastaanottaja a@b.example: lisätty");
  }

  @Test
  void saysWhatBrandParameterMappingAndWordsWereAndAre() {
    ClientId shop = TestHome.SHOP.id();
    var mappings = home.workspace().imports().mappings();
    mappings.save(new Mappings.Saved("shop", "# How it is read\ntitle: Shop\ndataset: orders\n"));
    home.workspace().parameters().set(shop, Map.of("brandTerms", "fjell"));

    during("POST", "/brand", () -> change(BrandOwner.AGENCY, "North", "#0b6e4f"));
    during(
        "PUT",
        "/api/v1/clients/fjell/brand",
        () -> change(BrandOwner.of(shop), "Fjell", "#000001"));
    during(
        "POST",
        "/clients/fjell/parameters",
        () -> home.workspace().parameters().set(shop, Map.of("brandTerms", "fjell, fjl")));
    during(
        "POST",
        "/mappings/tables/1",
        () -> mappings.save(new Mappings.Saved("shop", "title: Shop\ndataset: deals\n")));
    during("POST", "/clients/fjell/words", () -> write(shop, "A calm month.", "Sessions fell."));

    assertThat(all().stream().map(words(Language.EN)::changes).toList())
        .containsExactly(
            List.of(
                "Words: Summary on one page, October\u00a02026, English, summary:"
                    + " nothing → A calm month. / [Sessions fell.]"),
            List.of("Mapping “shop”: title: Shop; dataset: orders → title: Shop; dataset: deals"),
            List.of("Parameter brandTerms: fjell → fjell, fjl"),
            List.of("Name of the agency: nothing → Fjell", "First colour: nothing → #000001"),
            List.of("Name of the agency: nothing → North", "First colour: nothing → #0b6e4f"));
  }

  private void during(String method, String path, Runnable deed) {
    AuditLog.Begun begun = log.begin(to(method, path, path));
    deed.run();
    log.end(begun, 303, Optional.empty(), null);
  }

  private void change(BrandOwner owner, String agency, String color) {
    home.workspace()
        .brands()
        .change(owner, BrandChange.none().with("agency", agency).with("primary", color));
  }

  private void write(ClientId client, String above, String leftOut) {
    home.state()
        .useHandle(
            it ->
                it.execute(
                    "insert into commentary values (?, 'executive-one-page', '2026-10', 'en',"
                        + " 'summary', 1, ?, 'maria', current_timestamp)",
                    client.value(),
                    Json.text(
                        Json.object()
                            .put("above", above)
                            .put("below", "")
                            .set(
                                "findings",
                                Json.object()
                                    .set(
                                        "sessions",
                                        Json.object().put("text", "").put("said", leftOut))))));
  }

  @Test
  void longTextsThatBeginAlikeAreShownWhereTheyDiffer() {
    String alike = "word ".repeat(80);

    AuditNote.Change change =
        AuditNote.between(Map.of(), Map.of("words", alike + "up"), Map.of("words", alike + "down"))
            .changes()
            .get(0);

    assertThat(change.before()).startsWith("…").endsWith("word up");
    assertThat(change.after()).startsWith("…").endsWith("word down");
  }

  @Test
  void everyStepOfARunIsSaidInEachLanguage() {
    for (Language language : Language.values()) {
      for (RunStep.Kind step : RunStep.Kind.values()) {
        assertThat(page(language).texts().has("audit.step." + step.word()))
            .as("%s in %s", step, language)
            .isTrue();
      }
    }
  }

  @Test
  void addressesOfAScheduleStandApart() {
    var note =
        AuditNote.between(
            Map.of(),
            Map.of("recipients", "a@b.example\nc@d.example"),
            Map.of("recipients", "a@b.example"));
    var change = note.changes().get(0);

    assertThat(new ChangeWords(page(Language.EN), Map.of(), null).of(change))
        .isEqualTo("Recipients: a@b.example, c@d.example → a@b.example");
  }

  @Test
  void anEntryFromBeforeThereWereNamesIsReadWithTodaysNames() {
    home.state()
        .useHandle(
            it ->
                it.execute(
                    """
                    insert into audit_entry (at, who, holder, address, method, route, path, client)
                    values (current_timestamp, 'olga', 'id', '192.0.2.1', 'POST', '/gone', '/gone',
                      'fjell')
                    """));

    AuditEntry line = all().get(0);
    assertThat(words(Language.EN).deed(line)).isEqualTo("An operation of an earlier version");
    assertThat(words(Language.EN).client(line)).isEqualTo("Fjell Oy");
    assertThat(words(Language.EN).by(line)).isEqualTo("192.0.2.1");
  }

  @Test
  void isNarrowedByKind() {
    log.begin(to("POST", "/clients/{client}/edit", "/clients/fjell/edit"));
    log.begin(to("POST", "/kpis/{kpi}/edit", "/kpis/email.ctr/edit"));

    assertThat(ofKind("kpis"))
        .extracting(AuditEntry::what)
        .containsExactly("POST /kpis/{kpi}/edit");
    assertThat(ofKind("nonsense")).isEmpty();
    assertThat(ofKind("")).hasSize(2);
  }

  @Test
  void aNoteIsShortWhateverSomebodySends() {
    Map<String, String> after = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      after.put("recipient\t" + i, "\u0001\"".repeat(5000));
    }

    String json = AuditNote.between(Map.of("file", "x".repeat(9000)), Map.of(), after).json();

    assertThat(json).hasSizeLessThanOrEqualTo(AuditNote.LONGEST);
    assertThat(AuditNote.read(json).names().get("file")).hasSize(200);
  }

  @Test
  void noCodeChangesOrRemovesALine() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..").toAbsolutePath().normalize())) {
      List<Path> sources =
          files.filter(each -> each.toString().matches(".*/src/main/.*[.](java|sql)")).toList();
      assertThat(sources).hasSizeGreaterThan(300);
      for (Path source : sources) {
        assertThat(Files.readString(source).toLowerCase(java.util.Locale.ROOT))
            .as(source.toString())
            .doesNotContainPattern(
                "(update|delete\\s+from|truncate\\s+table|merge\\s+into)\\s+audit_");
      }
    }
  }

  private List<AuditEntry> all() {
    return list("", "", "");
  }

  private List<AuditEntry> list(String who, String client, String what) {
    return log.list(
        new AuditLog.Filter(
            who,
            client,
            what,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10));
  }

  private List<AuditEntry> ofKind(String kind) {
    return log.list(
        new AuditLog.Filter(
            "",
            "",
            "",
            Deeds.ofKind(kind),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10));
  }

  private AuditWords words(Language language) {
    return AuditWords.in(page(language), home.workspace(), home.workspace().clients().all());
  }

  private static Page page(Language language) {
    var visit = new Visit(Optional.empty(), language, Visit.Theme.SYSTEM, "", "/audit");
    return new Page(visit, Texts.in(language), Page.Section.AUDIT, "");
  }

  private static AuditLog.Asked to(String method, String route, String path) {
    return new AuditLog.Asked("olga", "manager", "id", "192.0.2.1", method, route, path);
  }

  private static AuditLog.Asked asked(String who, String path) {
    return new AuditLog.Asked(who, "manager", "id", "192.0.2.1", "POST", "/a/route", path);
  }
}
