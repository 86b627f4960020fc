package io.retainer.app.deliveries;

import static io.retainer.app.TestHome.SHOP;

import io.retainer.app.TestHome;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.workspace.dkim.DkimKeys;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends the mail of one run to Anna. */
public final class MailRound {

  private MailRound() {}

  /** To a server that takes it. */
  public static void send(TestHome home, Clock clock, Run run, int port, LargeFiles large) {
    Map<String, String> settings =
        Map.of(
            "retainer.mail.host", "127.0.0.1",
            "retainer.mail.port", String.valueOf(port),
            "retainer.mail.security", "none");
    var mail = MailSettings.of(name -> Optional.ofNullable(settings.get(name)));
    send(
        home,
        clock,
        run,
        Transports.of(
            mail,
            new DkimKeys(home.workspace().home().root()),
            () -> home.workspace().home().mailbox()),
        large);
  }

  /** To a server that does not want it. */
  public static void refused(TestHome home, Clock clock, Run run, LargeFiles large) {
    send(home, clock, run, (letter, leaving) -> new Transport.Outcome.Refused("550 no"), large);
  }

  private static void send(
      TestHome home, Clock clock, Run run, Transport transport, LargeFiles large) {
    var deliveries = new Deliveries(home::state, clock, "agency.example");
    deliveries.add(run.id(), SHOP.id(), List.of("anna@nordic.example"));
    var postman =
        new Postman(
            deliveries,
            new Runs(home::state, clock),
            new RunFiles(home.workspace().home()),
            home.workspace()::mail,
            transport,
            clock,
            (work, at) -> {},
            large);
    deliveries.queued().forEach(each -> postman.attempt(each.id()));
  }

  /** How many files its mail would carry. */
  public static int attached(LargeFiles large, Run run) {
    return large.attached(run).size();
  }
}
