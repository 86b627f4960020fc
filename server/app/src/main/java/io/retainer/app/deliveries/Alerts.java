package io.retainer.app.deliveries;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner of mails that failed for good, came back or may not have arrived: each is told
 * once, those of some minutes in one mail. It stands on the home page besides, until somebody has
 * dealt with it.
 */
public final class Alerts {

  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final int MOST_LISTED = 30;

  private final Deliveries deliveries;
  private final DeliveryProgress progress;
  private final MailSettings settings;
  private final OwnersMail mail;
  private final Clock clock;
  private final String url;

  /**
   * @param url of the server, for the link to the delivery log
   */
  public Alerts(
      Deliveries deliveries, MailSettings settings, Transport transport, Clock clock, String url) {
    this.deliveries = deliveries;
    this.progress = deliveries.progress();
    this.settings = settings;
    this.mail = new OwnersMail(settings, transport, clock);
    this.clock = clock;
    this.url = url;
  }

  /** Empty when nobody wants to be told. */
  public Optional<RecurringTask<Void>> task() {
    return settings
        .alerts()
        .map(
            wanted ->
                Tasks.recurring("delivery-alerts", FixedDelay.of(EVERY))
                    .execute((instance, context) -> tell(wanted)));
  }

  /**
   * They count as told once the mail has left: a server that is killed in between tells them twice,
   * which is better than never.
   */
  void tell(MailSettings.Alerts wanted) {
    List<Delivery> untold = deliveries.untold();
    if (untold.isEmpty()) {
      return;
    }
    boolean isOver = mail.send(wanted, subject(wanted, untold), lines(wanted.language(), untold));
    LOG.info("{} deliveries told: {}", untold.size(), isOver ? "the owner knows" : "not now");
    if (isOver) {
      untold.forEach(progress::told);
    }
  }

  private static String subject(MailSettings.Alerts wanted, List<Delivery> untold) {
    return Texts.in(wanted.language()).text("alert.subject", untold.size());
  }

  private List<String> lines(Language language, List<Delivery> untold) {
    Texts texts = Texts.in(language);
    List<String> lines = new ArrayList<>();
    lines.add(texts.text("alert.first", untold.size()));
    untold.stream()
        .limit(MOST_LISTED)
        .forEach(
            each ->
                lines.add(
                    "%s, %s: %s. %s %s"
                        .formatted(
                            each.client(),
                            each.recipient(),
                            texts.text("delivery." + each.state().word()),
                            each.answer().orElse(""),
                            Advice.on(each)
                                .map(advice -> texts.text("deliveries.advice." + advice.word()))
                                .orElse(""))));
    if (untold.size() > MOST_LISTED) {
      lines.add(texts.text("alert.more", untold.size() - MOST_LISTED));
    }
    lines.add(texts.text("alert.last", (url.endsWith("/") ? url : url + "/") + "deliveries"));
    return lines;
  }
}
