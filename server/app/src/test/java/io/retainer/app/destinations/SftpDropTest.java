package io.retainer.app.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.app.destinations.SmallSftpServer.Fault;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Told;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.time.Period;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.workspace.destinations.Destination;
import io.retainer.workspace.destinations.Destinations;
import io.retainer.workspace.destinations.SftpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reports that go to a real SFTP server, which behaves as servers do on bad days. */
class SftpDropTest {

  private static final ClientId NORDIC = new ClientId("nordic");
  private static final String PDF = "nordic-2026-10.pdf";
  private static final String XLSX = "nordic-2026-10.xlsx";
  private static final int BIG = 200_000;

  /** A busy machine takes its time for a handshake. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration WITH_SILENCE = Duration.ofSeconds(2);

  @TempDir private Path home;
  @TempDir private Path there;
  @TempDir private Path files;
  private SmallSftpServer server;
  private int left;

  @BeforeEach
  void open() throws Exception {
    server = new SmallSftpServer(there, key("ssh-ed25519", 256));
    Files.createDirectory(there.resolve("in"));
    byte[] bytes = new byte[BIG];
    new Random(1).nextBytes(bytes);
    Files.write(files.resolve(PDF), bytes);
    Files.writeString(files.resolve(XLSX), "a workbook");
    write("password", SmallSftpServer.PASSWORD);
    name("bank", server.fingerprint(), "password", "internal: true, ");
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private static KeyPair key(String type, int size) throws Exception {
    return KeyUtils.generateKeyPair(type.equals("ssh-rsa") ? KeyPairProvider.SSH_RSA : type, size);
  }

  private void write(String name, String text) throws IOException {
    Path file = Files.writeString(home.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private void name(String name, String hostKey, String secret, String more) throws IOException {
    write(
        Destinations.FILE,
        """
        destinations:
          %s: {sftp: "sftp://reports@127.0.0.1:%d/in", host-key: "%s", secret-file: %s, %sclients: [nordic]}
        """
            .formatted(name, server.port(), hostKey, secret, more));
  }

  private Outcome send() {
    return send(PATIENCE);
  }

  private Outcome send(Duration patience) {
    Destination bank = new Destinations(home).of(NORDIC, new MailAddress("bank@sftp"));
    return new SftpDrop(bank, patience).send(letter(), () -> left++);
  }

  private Letter letter() {
    return new Letter(
        Optional.of(new Letter.Report(NORDIC, "seo", Period.month(YearMonth.of(2026, 10)))),
        "<0123456789abcdef@agency.example>",
        "nordic-2026-10",
        MailIdentity.USUAL,
        new MailAddress("bank@sftp"),
        Instant.EPOCH,
        new EmailBody(Locale.ENGLISH, "October", "text", "<p>text</p>"),
        List.of(
            new Letter.Attachment(PDF, "application/pdf", files.resolve(PDF)),
            new Letter.Attachment(XLSX, "application/x", files.resolve(XLSX))),
        Optional.empty());
  }

  private List<String> lying() throws IOException {
    try (Stream<Path> in = Files.list(there.resolve("in"))) {
      return in.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> named() throws IOException {
    return lying().stream().filter(name -> !name.startsWith(".")).toList();
  }

  @Test
  void theFilesLieThereAsTheyWereIssuedAndNothingIsOverwritten() throws IOException {
    Files.writeString(there.resolve("in").resolve(PDF), "an earlier one");

    assertThat(send()).isInstanceOf(Outcome.Taken.class);

    assertThat(lying()).containsExactly("nordic-2026-10-2.pdf", PDF, XLSX);
    assertThat(there.resolve("in").resolve(PDF)).hasContent("an earlier one");
    assertThat(there.resolve("in/nordic-2026-10-2.pdf")).hasSameBinaryContentAs(files.resolve(PDF));
    assertThat(left).isEqualTo(1);
  }

  @Test
  void theSameReportOnceMoreIsRecognised() throws IOException {
    send();

    assertThat(send())
        .isEqualTo(new Outcome.Taken("written: nordic-2026-10.pdf, nordic-2026-10.xlsx"));

    assertThat(lying()).containsExactly(PDF, XLSX);
  }

  @ParameterizedTest
  @CsvSource({"ssh-ed25519, 256", "ssh-rsa, 3072", "ecdsa-sha2-nistp256, 256"})
  void aPrivateKeyLetsUsIn(String type, int size) throws Exception {
    KeyPair own = key(type, size);
    server.known = own.getPublic();
    var text = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(own, "ours", null, text);
    write("bank.key", text.toString(StandardCharsets.US_ASCII));
    name("bank", server.fingerprint(), "bank.key", "internal: true, ");

    assertThat(send()).isInstanceOf(Outcome.Taken.class);
    assertThat(server.passwords).hasValue(0);

    server.known = key("ssh-ed25519", 256).getPublic();
    assertThat(send().answer()).contains("does not let reports in");
  }

  @Test
  void aWrongPasswordWaitsForWhoeverMendsIt() throws IOException {
    write("password", "another");

    Outcome outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
    assertThat(outcome.answer())
        .contains("127.0.0.1 does not let reports in: it does not accept the password or key")
        .doesNotContain("another");
    isReadInFinnish(outcome);
    assertThat(lying()).isEmpty();
    assertThat(left).isZero();
  }

  @Test
  void aChangedHostKeyIsToldAtOnceAndGetsNeitherPasswordNorFile() throws Exception {
    String known = server.fingerprint();
    server.close();
    server = new SmallSftpServer(there, key("ssh-ed25519", 256));
    name("bank", known, "password", "internal: true, ");

    Outcome outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.answer()).contains(server.fingerprint()).contains(known);
    assertThat(server.passwords).hasValue(0);
    assertThat(lying()).isEmpty();
  }

  @Test
  void theKeyOfAHostIsShownToWhoeverHasToCompareIt() throws IOException {
    var address = SftpAddress.parse("sftp://reports@127.0.0.1:" + server.port() + "/in");

    assertThat(SftpConnection.hostKey(address, true, PATIENCE)).isEqualTo(server.fingerprint());
    assertThat(server.passwords).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "DENIED, into /in: reports may not write there",
    "FULL, 'into /in: it could not write them, perhaps because its disk is full'",
    "CUT_IN_A_FILE, No file was handed over to 127.0.0.1: the connection broke.",
  })
  void whatStopsAnUploadLeavesNothingForAReaderAndGoesLater(Fault fault, String words)
      throws IOException {
    server.fault = fault;

    Outcome outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
    assertThat(outcome.answer()).contains(words);
    isReadInFinnish(outcome);
    assertThat(named()).isEmpty();
    assertThat(left).isZero();

    server.fault = Fault.NONE;
    assertThat(send()).isInstanceOf(Outcome.Taken.class);
    assertThat(lying()).containsExactly(PDF, XLSX);
  }

  @Test
  void aBrokenPipeIsABrokenConnectionInTheLanguageOfEachMachine() {
    var pipe = new IOException("Katkennut putki");

    assertThat(SftpDrop.reason(new IOException("IoWriteFutureImpl: Failed to execute", pipe)))
        .isEqualTo("the connection broke");
    assertThat(SftpDrop.reason(pipe)).isEqualTo("the connection broke");
    assertThat(SftpDrop.reason(new FileName("report.pdf").usedUp()))
        .startsWith("there are ")
        .endsWith(" files named report.pdf");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT_AFTER_A_NAME", "CUT_BEFORE_A_NAME"})
  void whereTheConnectionBreakWhileFilesGetTheirNamesItIsLookedWhichDid(Fault fault)
      throws IOException {
    server.fault = fault;

    assertThat(send()).isInstanceOf(Outcome.Taken.class);
    assertThat(lying()).containsExactly(PDF, XLSX);
  }

  @Test
  void aFileThatMayHaveBeenFetchedMeanwhileIsForAPersonToAskAbout() throws IOException {
    server.fault = Fault.FETCHED_AND_CUT;

    Outcome outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.Unclear.class);
    assertThat(outcome.answer()).contains("broke while the files got their names");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws IOException {
    Files.delete(there.resolve("in"));

    Outcome outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
    assertThat(outcome.answer()).contains("into /in: there is no such folder");
  }

  @Test
  void aServerThatSaysNothingIsNotWaitedForForEver() throws IOException {
    server.close();
    try (var silent = new ServerSocket(server.port(), 5, InetAddress.getByName("127.0.0.1"))) {
      assertThat(silent.isBound()).isTrue();

      Outcome outcome = send(WITH_SILENCE);

      assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
      assertThat(outcome.answer()).endsWith("it did not answer in time.");
      isReadInFinnish(outcome);
    }
  }

  @Test
  void aServerThatIsDownIsWaitedForAndSaidInWords() throws IOException {
    server.close();

    Outcome outcome = send();

    assertThat(outcome).isInstanceOf(Outcome.NotNow.class);
    assertThat(outcome.answer())
        .isEqualTo(
            "No file was handed over to 127.0.0.1: no SSH server answers at that address and port.");
    isReadInFinnish(outcome);
  }

  private static void isReadInFinnish(Outcome outcome) {
    String told = Told.orAsIs(Language.FI, outcome.answer());
    assertThat(told).doesNotContain(" the ", " it ", "No file", "may not");
  }

  @Test
  void aServerWithinTheOwnNetworkIsNotCalledUnlessTheOperatorSaysSo() throws IOException {
    name("bank", server.fingerprint(), "password", "");

    assertThat(send().answer()).contains("internal: true");
    assertThat(server.passwords).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sftp: 'sftp://reports@x.example/in' | needs host-key",
        "sftp: 'sftp://reports@x.example/in', host-key: 'MD5:00' | needs host-key",
        "sftp: 'sftp://reports:word@x.example/in', host-key: '%s' | without a password",
        "sftp: 'sftp://x.example/in', host-key: '%s' | sftp://user@host/folder",
        "folder: '/x', host-key: '%s' | only sftp has",
      })
  void whatCannotBeUsedIsSaid(String entry, String words) throws IOException {
    write(
        Destinations.FILE,
        "destinations:\n  bank: {%s, secret-file: password, clients: all}\n"
            .formatted(entry.formatted(server.fingerprint())));

    assertThatThrownBy(() -> new Destinations(home).all())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
