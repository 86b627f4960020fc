package io.retainer.app.links;

import static io.retainer.app.TestHome.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.LargeFiles;
import io.retainer.app.deliveries.MailRound;
import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are too large for a mail, from the renderer to the reader's browser. */
class LargeFilesTest {

  private final SettableClock clock = new SettableClock("2026-11-03T06:00:00Z");

  @TempDir private Path folder;
  private TestHome home;
  private Runs runs;
  private RunSteps steps;
  private LinkDesk desk;
  private SharedIssues share;

  @BeforeEach
  void openHome() {
    home = new TestHome(folder, clock);
    runs = new Runs(home::state, clock);
    steps = new RunSteps(home::state, clock);
    var links = new Links(home::state, clock);
    desk = new LinkDesk(links, runs, steps, URI.create("https://reports.agency.example/"));
    share = new SharedIssues(links, runs, steps, new RunFiles(home.workspace().home()), clock);
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  private Run made(long most) {
    Run run =
        runs.add(
            new RunRequest(
                SHOP.id(),
                "monthly-performance",
                Period.parse("2026-10"),
                Optional.empty(),
                Set.of(ReportFormat.values())),
            SHOP,
            "maria");
    new RunRenderer(home.workspace(), runs, Inspection.NONE, new RunFindings(home::state), most)
        .render(run.id());
    return runs.find(run.id()).orElseThrow();
  }

  private static long size(Run run, ReportFormat format) {
    return run.file(format).map(RunFile::size).orElseThrow();
  }

  @Test
  void areOpenedByALinkThatWorksForNinetyDays() throws Exception {
    Run run = made(1000);
    GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    server.start();
    try {
      MailRound.send(
          home, clock, run, server.getSmtp().getPort(), new LargeFiles(1000, desk::forMail));

      MimeMessage mail = server.getReceivedMessages()[0];
      var parts = (Multipart) mail.getContent();
      assertThat(parts.getCount()).as("words alone").isEqualTo(1);
      var words = (Multipart) parts.getBodyPart(0).getContent();
      String text = ((String) words.getBodyPart(0).getContent()).replace('\u00a0', ' ');
      String html = (String) words.getBodyPart(1).getContent();
      assertThat(text)
          .contains("raportti jaksolta lokakuu 2026 on valmis")
          .contains("31. tammikuuta 2027")
          .doesNotContain("\ue000", "liitteenä");
      String address =
          text.lines().filter(line -> line.startsWith("https://")).findFirst().orElseThrow();
      assertThat(html).contains("href=\"" + address + "\"").doesNotContain("\ue000");
      String secret = address.replaceAll(".*/share/(.*)/report", "$1");
      assertThat(share.answer(secret, "xlsx", Language.EN, "192.0.2.7").status()).isEqualTo(200);
      clock.advance(Duration.ofDays(89));
      assertThat(share.answer(secret, "page", Language.EN, "192.0.2.7").status()).isEqualTo(200);
      clock.advance(Duration.ofDays(1));
      assertThat(share.answer(secret, "page", Language.EN, "192.0.2.7").status()).isEqualTo(410);
    } finally {
      server.stop();
    }
  }

  @Test
  void leaveRoomForTheSmallerOne() {
    Run run = made(1000);
    long both = size(run, ReportFormat.PDF) + size(run, ReportFormat.XLSX);
    long smaller = Math.min(size(run, ReportFormat.PDF), size(run, ReportFormat.XLSX));

    assertThat(MailRound.attached(new LargeFiles(both, desk::forMail), run)).isEqualTo(2);
    assertThat(MailRound.attached(new LargeFiles(both - 1, desk::forMail), run)).isEqualTo(1);
    assertThat(MailRound.attached(new LargeFiles(smaller - 1, desk::forMail), run)).isZero();
  }

  @Test
  void areAttachedWhileTheyFit() throws Exception {
    var files = new RunFiles(home.workspace().home());

    assertThat(files.mail(made(Long.MAX_VALUE)).isLinked()).isFalse();
    assertThat(files.mail(made(1000)).isLinked()).isTrue();
  }

  @Test
  void aLinkOfAMailThatDidNotLeaveIsTakenBack() throws Exception {
    Run run = made(1000);

    MailRound.refused(home, clock, run, new LargeFiles(1000, desk::forMail));

    assertThat(desk.of(run.id()))
        .singleElement()
        .satisfies(link -> assertThat(link.revokedAt()).isPresent());
  }

  @Test
  void aReportThatWasSupersededStaysReadableAndSaysSo() {
    Run run = made(Long.MAX_VALUE);
    String secret =
        desk.make(run.id(), 30, "maria").address().replaceAll(".*/share/(.*)/report", "$1");
    assertThat(share.answer(secret, "page", Language.EN, "192.0.2.7").body())
        .doesNotContain("uudempi versio");

    home.state()
        .useHandle(
            handle ->
                steps.add(
                    handle, run.id(), RunStep.Kind.SUPERSEDED, Optional.empty(), "another-run"));

    SharedIssues.Answer answer = share.answer(secret, "page", Language.EN, "192.0.2.7");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().replace('\u00a0', ' '))
        .contains("Tästä raportista on uudempi versio (3. marraskuuta 2026).")
        .doesNotContain("another-run");
    assertThat(share.answer(secret, "pdf", Language.EN, "192.0.2.7").status()).isEqualTo(200);
  }
}
