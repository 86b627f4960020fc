package io.retainer.app.destinations;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.RenderedPage;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.Visitor;
import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Told;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.time.Period;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.Destination;
import io.retainer.workspace.destinations.Destinations;
import io.retainer.workspace.destinations.WantedDestination;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What owners, managers and programs do with destinations. */
class DestinationDeskTest {

  private static final String KEY = "SHA256:" + "A".repeat(43);
  private static final String SECRET = "hush-hush-4711";
  private static final ClientId OTHER = new ClientId("birch");

  @TempDir private Path folder;
  @TempDir private Path archive;
  private TestHome home;
  private DestinationDesk desk;
  private DestinationsApi api;
  private List<DestinationDesk.Use> senders = List.of();

  @BeforeEach
  void open() throws Exception {
    home = new TestHome(folder, new SettableClock("2026-11-26T08:00:00Z"));
    home.workspace()
        .clients()
        .add(new Client(OTHER, "Birch", SHOP.zone(), SHOP.locale(), SHOP.currency()));
    Files.writeString(
        folder.resolve(Destinations.FILE),
        "destinations:\n  archive: {folder: %s, clients: [fjell]}\n".formatted(archive));
    desk =
        new DestinationDesk(
            home.workspace(),
            URI.create("https://reports.example/"),
            "agency.example",
            recipient -> senders,
            address -> KEY);
    api = new DestinationsApi(desk);
  }

  @AfterEach
  void close() {
    ClientScope.leave();
    home.close();
  }

  private static SecurityContext somebody() {
    var visit = visit(Language.EN, Role.OWNER);
    return new Visitor(visit);
  }

  private static Visit visit(Language language, Role role) {
    return new Visit(
        Optional.of(new Account("1", "anna", role)),
        language,
        Visit.Theme.SYSTEM,
        "secret",
        "/destinations");
  }

  private JsonNode add(String more) throws Exception {
    return Json.read(
        api.add(
            false,
            "{\"name\":\"bank\",\"kind\":\"sftp\",\"target\":\"sftp://reports@sftp.example/in\",\"secret\":\"%s\"%s}"
                .formatted(SECRET, more),
            somebody()));
  }

  private JsonNode added() throws Exception {
    return add(",\"clients\":[\"birch\"],\"hostKeys\":[\"" + KEY + "\"]");
  }

  @Test
  void whatIsAddedIsListedAndUsedAndItsSecretIsSealed() throws Exception {
    JsonNode bank = added();

    assertThat(bank.path("recipient").asText()).isEqualTo("bank@sftp");
    assertThat(Json.read(api.list()))
        .extracting(each -> each.path("recipient").asText())
        .containsExactly("archive@folder", "bank@sftp");
    assertThat(api.list()).doesNotContain(SECRET);
    assertThat(home.workspace().destinations().of(OTHER, new MailAddress("bank@sftp")).readSecret())
        .isEqualTo(SECRET);
    byte[] kept =
        home.state()
            .withHandle(
                handle ->
                    handle.createQuery("select secret from destination").mapTo(byte[].class).one());
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    assertThatThrownBy(this::added).hasMessageContaining("There is a bank@sftp already");
  }

  @Test
  void noKeyOfAHostIsTrustedBeforeSomebodyHasComparedIt() throws Exception {
    assertThatThrownBy(() -> add(",\"clients\":[\"all\"]"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("sftp.example shows the key " + KEY)
        .hasMessageContaining("nothing was saved");

    assertThat(Json.read(api.list())).hasSize(1);
  }

  @Test
  void aDryRunSaysWhatWouldBeAndKeepsNothing() throws Exception {
    String body =
        "{\"name\":\"crm\",\"kind\":\"webhook\",\"target\":\"https://crm.example/\",\"secret\":\"%s\",\"clients\":[\"birch\"]}"
            .formatted(SECRET);

    JsonNode wouldBe = Json.read(api.add(true, body, somebody()));

    assertThat(wouldBe.path("recipient").asText()).isEqualTo("crm@webhook");
    assertThat(wouldBe.path("clients")).extracting(JsonNode::asText).containsExactly("birch");
    assertThat(Json.read(api.list())).hasSize(1);
    api.add(false, body, somebody());
    assertThatThrownBy(() -> api.add(true, body, somebody()))
        .hasMessageContaining("There is a crm@webhook already");
    assertThatThrownBy(() -> api.add(true, body.replace("crm\"", "Crm\""), somebody()))
        .hasMessageContaining("is no name");
  }

  @Test
  void whatIsWantedSaysNoSecretWhereItIsWritten() {
    var wanted =
        new WantedDestination(
            "crm",
            Destination.Kind.WEBHOOK,
            "https://crm.example/",
            List.of("birch"),
            List.of(),
            SECRET);

    assertThat(wanted.toString()).contains("crm@webhook").doesNotContain(SECRET);
  }

  @Test
  void whatDoesNotArriveIsToldUntilSomethingDoes() throws Exception {
    added();
    delivery("1", "birch", "failed", "2026-11-20T08:00:00Z", "HTTP 410");
    delivery("2", "birch", "queued", "2026-11-21T08:00:00Z", "It is not reached");

    JsonNode bank = Json.read(api.list()).get(1);
    assertThat(bank.path("failing").asInt()).isEqualTo(2);
    assertThat(bank.path("failingSince").asText()).isEqualTo("2026-11-20T08:00:00Z");
    assertThat(bank.path("answer").asText()).isEqualTo("It is not reached");

    delivery("3", "birch", "sent", "2026-11-22T08:00:00Z", "written");
    bank = Json.read(api.list()).get(1);
    assertThat(bank.path("failing").asInt()).isZero();
    assertThat(bank.path("answer").isNull()).isTrue();
  }

  @Test
  void whoSeesOneClientHearsOfItsReportsOnly() throws Exception {
    add(",\"clients\":[\"all\"],\"hostKeys\":[\"" + KEY + "\"]");
    delivery("1", "birch", "failed", "2026-11-20T08:00:00Z", "words about Birch");
    home.state()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('m', 'fjell')"));
    new ClientScope(Optional.of("m"), false).enter();

    assertThat(api.list()).contains("bank@sftp").doesNotContain("words about Birch");
  }

  private void delivery(String id, String client, String state, String at, String answer) {
    home.state()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into delivery
                          (id, run_id, client, recipient, message_id, state, attempts, answer,
                           interrupted, created_at, updated_at, sent_at)
                        values (:id, :id, :client, 'bank@sftp', :id, :state, 1, :answer, false,
                           :at, :at, :sent)
                        """)
                    .bind("id", id)
                    .bind("client", client)
                    .bind("state", state)
                    .bind("answer", answer)
                    .bind("at", Instant.parse(at))
                    .bind("sent", state.equals("sent") ? Instant.parse(at) : null)
                    .execute());
  }

  @Test
  void whatCannotBeUsedIsSaid() {
    assertThatThrownBy(
            () ->
                api.add(
                    false,
                    "{\"name\":\"x\",\"kind\":\"folder\",\"target\":\"/etc\",\"secret\":\"s\",\"clients\":[\"all\"]}",
                    somebody()))
        .hasMessageContaining("by its operator alone");
    assertThatThrownBy(
            () ->
                api.add(
                    false,
                    "{\"name\":\"x\",\"kind\":\"webhook\",\"target\":\"http://10.0.0.1/\",\"secret\":\"s\",\"clients\":[\"all\"]}",
                    somebody()))
        .hasMessageContaining("expected https://host/");
    assertThatThrownBy(
            () ->
                api.add(
                    false,
                    "{\"name\":\"x\",\"kind\":\"webhook\",\"target\":\"https://x.example/%s\",\"secret\":\"s\",\"clients\":[\"all\"]}"
                        .formatted("x".repeat(1000)),
                    somebody()))
        .hasMessageContaining("at most 1000");
    String keys = "\"%s\",".formatted(KEY).repeat(30) + "\"\"";
    assertThatThrownBy(() -> add(",\"clients\":[\"birch\"],\"hostKeys\":[" + keys + "]"))
        .hasMessageContaining("at most 10");
    assertThatThrownBy(() -> add(",\"clients\":[]")).hasMessageContaining("Say whose reports");
    assertThatThrownBy(() -> add(",\"clients\":[\"nobody\"]")).hasMessageContaining("nobody");
  }

  @Test
  void whoSeesOneClientSeesItsDestinationsOnly() throws Exception {
    added();
    home.state()
        .useHandle(
            handle ->
                handle.execute("insert into client_access (holder, client) values ('m', 'fjell')"));
    new ClientScope(Optional.of("m"), false).enter();

    assertThat(desk.list())
        .extracting(line -> line.destination().recipient())
        .containsExactly("archive@folder");
    assertThatThrownBy(() -> desk.line("bank@sftp")).hasMessageContaining("There is no");
  }

  @Test
  void aDestinationWhoseClientWasDeletedIsThereToBeRemoved() throws Exception {
    added();
    // As RowsOfClient does.
    home.state()
        .useHandle(
            handle -> handle.execute("delete from destination_client where client = 'birch'"));

    assertThat(desk.list())
        .extracting(line -> line.destination().recipient())
        .containsExactly("archive@folder", "bank@sftp");
    new ClientScope(Optional.of("m"), false).enter();
    assertThat(desk.list()).isEmpty();
    ClientScope.leave();

    desk.remove("bank@sftp", false);
    assertThat(added().path("recipient").asText()).isEqualTo("bank@sftp");
  }

  @Test
  void aPausedDestinationHasReportsWaitUntilItIsResumed() throws Exception {
    api.pause("archive@folder", somebody());
    var destined =
        new Destined((letter, leaving) -> new Outcome.Taken("250"), home.workspace()::destinations);

    assertThat(destined.pause(letter().to())).contains("archive@folder is paused.");

    api.resume("archive@folder");
    assertThat(destined.pause(letter().to())).isEmpty();
    assertThat(destined.send(letter(), () -> {})).isInstanceOf(Outcome.Taken.class);
  }

  private static Letter letter() {
    return new Letter(
        Optional.of(new Letter.Report(SHOP.id(), "seo", Period.month(YearMonth.of(2026, 10)))),
        "<1@agency.example>",
        "report",
        MailIdentity.USUAL,
        new MailAddress("archive@folder"),
        Instant.EPOCH,
        new EmailBody(Locale.ENGLISH, "October", "text", "<p>text</p>"),
        List.of(),
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aTestIsNoReportAndSaysSo(Language language) throws Exception {
    Outcome outcome = desk.test("archive@folder", language);

    assertThat(outcome).isEqualTo(new Outcome.Taken("written: retainer-test.txt"));
    assertThat(archive.resolve("retainer-test.txt"))
        .hasContent(Texts.in(language).text("destinations.test-words"));
    desk.test("archive@folder", language);
    assertThat(archive).as("the same test again is found").isDirectoryContaining("glob:**test.txt");
    try (var files = Files.list(archive)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void whatTheOperatorNamedIsTakenOutByTheOperator() throws Exception {
    added();

    desk.remove("bank@sftp", false);
    assertThatThrownBy(() -> desk.remove("archive@folder", true)).hasMessageContaining("operator");

    assertThat(Json.read(api.list())).hasSize(1);
    int left =
        home.state()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from destination_client")
                        .mapTo(Integer.class)
                        .one());
    assertThat(left).isZero();
  }

  @Test
  void whatSchedulesSendToIsRemovedOnlyByWhoInsists() throws Exception {
    added();
    senders = List.of(new DestinationDesk.Use("5f2c", OTHER, "monthly-performance"));

    assertThatThrownBy(() -> api.remove("bank@sftp", false))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("monthly-performance of birch (5f2c)")
        .hasMessageContaining("force=true");
    assertThat(Json.read(api.list())).hasSize(2);
    assertThat(api.remove("bank@sftp", true).getStatus()).isEqualTo(204);
    assertThat(Json.read(api.list())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsRefusedIsSaidInTheReadersLanguage(Language language) throws Exception {
    added();
    String more = ",\"clients\":[\"birch\"]";
    for (String body :
        List.of(
            "{\"name\":\"x\",\"kind\":\"fax\",\"target\":\"1\",\"secret\":\"s\"" + more + "}",
            "{\"name\":\"x\",\"kind\":\"folder\",\"target\":\"/etc\",\"secret\":\"s\"" + more + "}",
            "{\"name\":\"X y\",\"kind\":\"slack\",\"target\":\"C1\",\"secret\":\"s\"" + more + "}",
            "{\"name\":\"x\",\"kind\":\"webhook\",\"target\":\"http://x/\",\"secret\":\"s\""
                + more
                + "}",
            "{\"name\":\"x\",\"kind\":\"sftp\",\"target\":\"ftp://x/\",\"secret\":\"s\""
                + more
                + "}",
            "{\"name\":\"x\",\"kind\":\"slack\",\"target\":\"C1\",\"secret\":\"s\",\"clients\":[]}",
            "{\"name\":\"x\",\"kind\":\"slack\",\"target\":\"C1\",\"secret\":\"s\",\"clients\":[\"no\"]}",
            "{\"name\":\"x\",\"kind\":\"sftp\",\"target\":\"sftp://u@x/in\",\"secret\":\"s\",\"hostKeys\":[\"MD5\"]"
                + more
                + "}")) {
      isSaid(language, body, () -> api.add(false, body, somebody()));
    }
    isSaid(language, "twice", this::added);
    isSaid(language, "none", () -> desk.line("no@sftp"));
    isSaid(language, "the operator's", () -> desk.remove("archive@folder", false));
    senders = List.of(new DestinationDesk.Use("5f2c", OTHER, "monthly-performance"));
    isSaid(language, "used", () -> desk.remove("bank@sftp", false));
    for (String file :
        List.of(
            "x",
            "destinations: [",
            "destinations:\n  x: 1",
            "destinations:\n  x: {folder: in, clients: all}",
            "destinations:\n  x: {folder: /in}",
            "destinations:\n  x: {fax: 1}",
            "destinations:\n  x: {slack: C1, clients: all, secret-file: none}",
            "destinations:\n  x: {slack: C1, clients: all}",
            "destinations:\n  x: {folder: /in, clients: all, host-key: a}")) {
      Files.writeString(folder.resolve(Destinations.FILE), file);
      assertThat(Told.isKnown(language, desk.problem())).as(desk.problem()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatBecameOfATestIsSaidInTheReadersLanguage(Language language) throws Exception {
    assertThat(Told.isKnown(language, desk.test("archive@folder", language).answer())).isTrue();

    Files.walk(archive).sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    Outcome gone = desk.test("archive@folder", language);

    assertThat(gone).isInstanceOf(Outcome.NotNow.class);
    assertThat(Told.isKnown(language, gone.answer())).as(gone.answer()).isTrue();
  }

  private static void isSaid(
      Language language, String what, ThrowableAssert.ThrowingCallable deed) {
    Throwable refused = catchThrowable(deed);
    assertThat(refused).as(what).isNotNull();
    assertThat(Told.isKnown(language, refused.getMessage()))
        .as("%s: %s", what, refused.getMessage())
        .isTrue();
  }

  @Test
  void aFileThatCannotBeUsedHidesNoneOfTheOthers() throws Exception {
    added();
    Files.writeString(folder.resolve(Destinations.FILE), "destinations: [");

    assertThat(desk.problem()).contains("destinations.yaml is no YAML");
    assertThat(desk.list())
        .extracting(line -> line.destination().recipient())
        .containsExactly("bank@sftp");
    Throwable refused = catchThrowable(() -> desk.line("archive@folder"));
    assertThat(refused)
        .hasMessageContaining("There is no destination archive@folder as long as")
        .hasMessageContaining("destinations.yaml is no YAML");
    assertThat(Told.isKnown(Language.FI, refused.getMessage())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageShowsThemInEachLanguageWithoutSecrets(Language language) throws Exception {
    added();

    String owner = page(language, Role.OWNER);
    assertThat(owner)
        .contains("bank@sftp", "sftp://reports@sftp.example/in", KEY)
        .contains("/destinations/bank@sftp/test", "/destinations/bank@sftp/remove")
        .contains("<textarea name=\"secret\"", "/schedules/5f2c/edit", "&lt;i&gt;Birch")
        .doesNotContain(SECRET, "/destinations/archive@folder/remove")
        .doesNotContainPattern(">destinations\\.(?!yaml)");
    assertThat(page(language, Role.MANAGER))
        .contains("/destinations/bank@sftp/test")
        .doesNotContain("/remove", "<textarea");
  }

  private String page(Language language, Role role) {
    var view =
        new DestinationsPages.Board(
            desk.list(),
            List.of("sftp"),
            DestinationsPages.Typed.NOTHING,
            "",
            Optional.of(KEY),
            Optional.of(
                new DestinationsPages.Tested("bank@sftp", new Outcome.Unclear("<b>lost</b>"))),
            Optional.of(
                    new DestinationsPages.Used(
                        "bank@sftp",
                        List.of(new DestinationsPages.Sender("5f2c", "<i>Birch</i>", "Month"))))
                .filter(used -> role == Role.OWNER));
    var shown =
        new Page(
            visit(language, role),
            Texts.in(language),
            Page.Section.DELIVERIES,
            Texts.in(language).text("destinations.title"));
    return RenderedPage.html(shown, "destinations.jte", view);
  }
}
