package io.retainer.app.deliveries;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.model.mail.MailIdentity;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.words.Html;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
  private final Transport transport;
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
    this.transport = transport;
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

  /** What is taken here is told by nobody else, and again only if this mail cannot leave. */
  void tell(MailSettings.Alerts wanted) {
    List<Delivery> taken = new ArrayList<>();
    Instant now = clock.instant();
    for (Delivery each : deliveries.untold()) {
      if (progress.tell(each.id(), now)) {
        taken.add(each);
      }
    }
    if (taken.isEmpty()) {
      return;
    }
    Transport.Outcome outcome = send(wanted, taken, now);
    LOG.info("{} deliveries told: {}", taken.size(), outcome.getClass().getSimpleName());
    if (outcome instanceof Transport.Outcome.NotNow) {
      taken.forEach(each -> progress.tellLater(each.id()));
    }
  }

  private Transport.Outcome send(MailSettings.Alerts wanted, List<Delivery> taken, Instant now) {
    try {
      return transport.send(letter(wanted, taken, now), () -> {});
    } catch (RuntimeException e) {
      LOG.error("The owner cannot be told of deliveries", e);
      return new Transport.Outcome.NotNow(String.valueOf(e.getMessage()));
    }
  }

  private Letter letter(MailSettings.Alerts wanted, List<Delivery> taken, Instant now) {
    return new Letter(
        "<alert-" + UUID.randomUUID() + "@" + settings.domain() + ">",
        "alert",
        MailIdentity.USUAL,
        wanted.to(),
        now,
        body(wanted.language(), taken),
        List.of());
  }

  private EmailBody body(Language language, List<Delivery> taken) {
    Texts texts = Texts.in(language);
    List<String> lines = new ArrayList<>();
    lines.add(texts.text("alert.first", taken.size()));
    taken.stream()
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
    if (taken.size() > MOST_LISTED) {
      lines.add(texts.text("alert.more", taken.size() - MOST_LISTED));
    }
    lines.add(texts.text("alert.last", (url.endsWith("/") ? url : url + "/") + "deliveries"));
    return new EmailBody(
        language.locale(),
        texts.text("alert.subject", taken.size()),
        String.join("\n\n", lines),
        html(language, lines));
  }

  private static String html(Language language, List<String> lines) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=\"" + language.tag() + "\"><body>");
    for (String line : lines) {
      html.append("<p>").append(Html.escape(line)).append("</p>");
    }
    return html.append("</body></html>").toString();
  }
}
