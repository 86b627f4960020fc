package io.retainer.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retainer.cli.server.RunningServer;
import io.retainer.warehouse.Warehouse;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.destinations.Destination;
import io.retainer.workspace.destinations.Destinations;
import io.retainer.workspace.destinations.WantedDestination;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each thing that keeps a server from working is named, with what to do, and nothing is touched.
 */
class DoctorTest {

  private static final Installation PARTS =
      new Installation(
          Path.of("/nowhere/connectors"),
          Path.of("../../kpi-scripts").toAbsolutePath().normalize(),
          Path.of("../../report-templates").toAbsolutePath().normalize());

  @TempDir private Path folder;
  private Path home;
  private final Map<String, String> environment = new HashMap<>();
  private Clock clock = Clock.systemUTC();

  @BeforeEach
  void makeAHome() {
    home = folder.resolve("home");
    try (var workspace = Workspace.open(new HomeFolder(home), PARTS, clock);
        Warehouse warehouse = workspace.warehouse()) {
      workspace.state();
      warehouse.start();
    }
  }

  private List<Finding> findings() throws IOException {
    return new Doctor(home, PARTS, environment, clock).findings();
  }

  /** Without the scripts, whose examples take their time. */
  private Finding about(String subject) throws IOException {
    Configuration set = Configuration.ofServer(home, environment);
    var port = set.value("retainer.http.port").map(Integer::valueOf);
    return Stream.of(
            new Machine(home, Optional.empty(), port, clock).findings(),
            new Home(home, Optional.empty(), set).findings(),
            MailDoor.findings(set))
        .flatMap(List::stream)
        .filter(finding -> finding.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private void set(String key, Object value) {
    environment.put(
        "RETAINER_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_'), value.toString());
  }

  @Test
  void aSoundHomeIsFineAndStaysAsItWas() throws IOException {
    Map<String, String> before = everything();
    assertThat(findings())
        .filteredOn(finding -> !finding.subject().equals("connectors"))
        .filteredOn(finding -> !finding.subject().equals("port"))
        .allSatisfy(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.FINE))
        .extracting(Finding::subject)
        .contains(
            "settings",
            "database",
            "facts",
            "fonts",
            "clock",
            "home",
            "KPI scripts",
            "report templates");
    assertThat(everything()).isEqualTo(before);
  }

  private Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.toList()) {
        all.put(
            home.relativize(file).toString(),
            Files.getLastModifiedTime(file)
                + (Files.isRegularFile(file)
                    ? " " + java.util.Arrays.hashCode(Files.readAllBytes(file))
                    : ""));
      }
    }
    return all;
  }

  @Test
  void aServerBesideOthersNeedsAFolderAndBothDatabasesInAPostgres() throws IOException {
    Path own = folder.resolve("own");
    set("shared.home", home);
    assertThat(new Doctor(own, PARTS, environment, clock).findings())
        .filteredOn(finding -> finding.level() == Finding.Level.BROKEN)
        .singleElement()
        .extracting(Finding::saw)
        .asString()
        .contains(
            "the state is in a file and the facts are in a file",
            "retainer home move --to",
            "then retainer home move-facts --to");

    set("shared.home", folder.resolve("not-mounted"));
    assertThat(new Doctor(own, PARTS, environment, clock).findings())
        .filteredOn(finding -> finding.level() == Finding.Level.BROKEN)
        .extracting(Finding::subject)
        .contains("shared home");
  }

  @Test
  void aHomeThatIsNotThereYetIsMadeByTheFirstStart() throws IOException {
    home = folder.resolve("later/home");
    assertThat(about("home").level()).isEqualTo(Finding.Level.FINE);
    assertThat(folder.resolve("later")).doesNotExist();
  }

  @Test
  void damagedDatabasesAreNamedWithTheWayBack() throws IOException {
    spoil(home.resolve("retainer.mv.db"));
    spoil(home.resolve("facts.duckdb"));
    for (String subject : List.of("database", "facts")) {
      assertThat(about(subject).level()).as(subject).isEqualTo(Finding.Level.BROKEN);
      assertThat(about(subject).advice()).contains("retainer restore");
    }
  }

  private static void spoil(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] rubbish = "not a database any more ".repeat(4000).getBytes();
      channel.write(ByteBuffer.wrap(rubbish, 0, (int) Math.min(rubbish.length, channel.size())), 0);
    }
  }

  @Test
  void aKeyThatOthersMayReadIsNamed() throws IOException {
    Path key = Files.writeString(home.resolve("secret.key"), "k");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(about("rights").advice()).isEqualTo("chmod 600 " + key);
  }

  @Test
  void aClockThatWasSetBackIsNamed() throws IOException {
    Files.setLastModifiedTime(
        home.resolve("retainer.mv.db"), FileTime.from(Instant.now().plus(Duration.ofDays(1))));
    assertThat(about("clock").level()).isEqualTo(Finding.Level.BROKEN);
    clock = Clock.fixed(Instant.now().plus(Duration.ofDays(2)), ZoneOffset.UTC);
    assertThat(about("clock").level()).isEqualTo(Finding.Level.FINE);
  }

  @Test
  void aPortThatIsTakenIsNamed() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      set("http.port", taken.getLocalPort());
      assertThat(about("port").level()).isEqualTo(Finding.Level.BROKEN);
      assertThat(about("port").saw()).contains(String.valueOf(taken.getLocalPort()));
    }
    assertThat(about("port").level()).isEqualTo(Finding.Level.FINE);
  }

  @Test
  void allSettingsThatCannotBeUsedAreNamedAndTheRestIsLookedAtAllTheSame() throws IOException {
    set("mail.security", "ssl");
    set("url", "reports");
    assertThat(findings())
        .extracting(Finding::subject, Finding::level)
        .contains(tuple("database", Finding.Level.FINE))
        .filteredOn(finding -> finding.equals(tuple("settings", Finding.Level.BROKEN)))
        .hasSize(2);
  }

  @Test
  void aScriptOrTemplateThatDoesNotWorkIsNamed() throws IOException {
    Path script = home.resolve("kpi-scripts").resolve("own.groovy");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "kpi('own.kpi') { value { summ(clicks) } }");
    Path template = home.resolve("report-templates").resolve("our-own").resolve("report.yaml");
    Files.createDirectories(template.getParent());
    Files.writeString(template, "sections: [{id: x, order: [[web]]}]");

    List<Finding> found = findings();

    assertThat(found)
        .filteredOn(finding -> finding.subject().equals("KPI scripts"))
        .extracting(Finding::advice)
        .containsExactly("retainer kpi test " + script);
    assertThat(found)
        .filteredOn(finding -> finding.subject().equals("report templates"))
        .isNotEmpty()
        .allMatch(finding -> finding.level() == Finding.Level.LOOK)
        .allMatch(finding -> finding.toString().contains("our-own/"));
  }

  @Test
  void destinationsOfTheFileAndOfTheStateAreCountedAndWhatAilsThemIsNamed() throws IOException {
    Path file = home.resolve(Destinations.FILE);
    Files.writeString(file, "destinations:\n  archive: {folder: /srv, clients: all}\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    clock = Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC);
    try (var workspace = Workspace.open(new HomeFolder(home), PARTS, clock)) {
      for (String name : List.of("crm", "shop")) {
        workspace
            .destinations()
            .add(
                new WantedDestination(
                    name,
                    Destination.Kind.WEBHOOK,
                    "https://crm.example/",
                    List.of("all"),
                    List.of(),
                    "hush-hush-4711"),
                "anna");
      }
      workspace.destinations().pause("archive@folder", "oleg");
      workspace
          .state()
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      """
                      insert into delivery
                        (id, run_id, client, recipient, message_id, state, attempts, answer,
                         interrupted, created_at, updated_at)
                      values ('1', '1', 'nordic', 'shop@webhook', '1', 'failed', 1, 'HTTP 410', false,
                         timestamp '2026-11-19 08:00:00', timestamp with time zone '2026-11-19 08:00:00+00')
                      """));
    }
    Map<String, String> before = everything();

    List<Finding> found = aboutDestinations();
    assertThat(found)
        .extracting(Finding::level)
        .containsExactly(Finding.Level.FINE, Finding.Level.LOOK, Finding.Level.LOOK);
    assertThat(found.get(0).saw()).startsWith("3 can be used, 1 of destinations.yaml and 2 added");
    assertThat(found.get(1).saw())
        .isEqualTo("archive@folder is paused by oleg since 2026-11-20; reports for it wait");
    assertThat(found.get(1).advice()).isEqualTo("retainer destination resume archive@folder");
    assertThat(found.get(2).saw())
        .isEqualTo(
            "shop@webhook does not take what is sent there: 1 report since 2026-11-19, at last \"HTTP 410\"");
    assertThat(found.toString()).doesNotContain("hush");
    assertThat(everything()).as("nothing is touched").isEqualTo(before);

    Files.writeString(file, "destinations: [");
    assertThat(aboutDestinations())
        .as("a broken file hides no other")
        .extracting(Finding::level)
        .containsExactly(Finding.Level.BROKEN, Finding.Level.LOOK);
  }

  private List<Finding> aboutDestinations() throws IOException {
    return new DestinationDoor(home, Optional.empty(), Configuration.ofServer(home, environment))
        .findings();
  }

  /** As a server that hangs, or one of another version. */
  @Test
  void aServerThatDoesNotTellItsDestinationsHidesThoseOfTheFileNotSilently() throws IOException {
    var server =
        new RunningServer(
            URI.create("http://127.0.0.1:1/"),
            URI.create("http://127.0.0.1:1/"),
            "t",
            1,
            Optional.empty(),
            Optional.empty());
    assertThat(
            new DestinationDoor(
                    home, Optional.of(server), Configuration.ofServer(home, environment))
                .findings())
        .extracting(Finding::level)
        .containsExactly(Finding.Level.LOOK);
  }

  @Test
  void mailServersAreReachedAndSignedInTo() throws IOException {
    var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    var imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    var servers = new GreenMail(new ServerSetup[] {smtp, imap});
    servers.setUser("reports@agency.example", "reports", "right");
    servers.start();
    try {
      configure("mail", servers.getSmtp().getPort());
      configure("inbox.imap", servers.getImap().getPort());
      for (String subject : List.of("mail server", "mailbox")) {
        assertThat(about(subject).level()).as(subject).isEqualTo(Finding.Level.FINE);
        assertThat(about(subject).saw()).endsWith("; signed in as reports");
      }
      assertThat(servers.getReceivedMessages()).isEmpty();
      set("mail.password", "wr0ng");
      set("inbox.imap.password", "wr0ng");
      for (String subject : List.of("mail server", "mailbox")) {
        assertThat(about(subject).level()).as(subject).isEqualTo(Finding.Level.BROKEN);
        assertThat(about(subject).saw()).contains("refuses the sign-in").doesNotContain("wr0ng");
      }
    } finally {
      servers.stop();
    }
    assertThat(about("mail server").saw()).contains("is not reached");
    assertThat(about("mailbox").advice()).contains("retainer.inbox.imap.host");
  }

  private void configure(String prefix, int port) {
    set(prefix + ".host", "127.0.0.1");
    set(prefix + ".port", port);
    set(prefix + ".security", "none");
    set(prefix + ".user", "reports");
    set(prefix + ".password", "right");
  }
}
