package io.retainer.app.deliveries;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner of mails and of internal copies that failed for good, came back or may not have
 * arrived: each is told once, those of some minutes in one mail. It stands on the home page
 * besides, until somebody has dealt with it.
 */
public final class Alerts {

  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final int MOST_LISTED = 30;

  private final Workspace workspace;
  private final Runs runs;
  private final Deliveries deliveries;
  private final DeliveryProgress progress;
  private final Copies copies;
  private final MailSettings settings;
  private final OwnersMail mail;
  private final String url;

  /**
   * @param url of the server, for the link to the delivery log
   */
  public Alerts(
      Workspace workspace,
      Runs runs,
      Deliveries deliveries,
      Copies copies,
      MailSettings settings,
      Transport transport,
      String url) {
    this.workspace = workspace;
    this.runs = runs;
    this.deliveries = deliveries;
    this.progress = deliveries.progress();
    this.copies = copies;
    this.settings = settings;
    this.mail =
        new OwnersMail(
            UntoldOwner.News.LOST,
            settings,
            transport,
            new UntoldOwner(() -> workspace.state().jdbi(), workspace.clock()),
            workspace.clock());
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
   * They count as told once the mail was taken: a server that is killed in between tells them
   * twice, which is better than never.
   */
  void tell(MailSettings.Alerts wanted) {
    List<Delivery> mails = deliveries.untold();
    List<Copy> unseen = copies.untold();
    if (mails.isEmpty() && unseen.isEmpty()) {
      mail.isNeedless();
      return;
    }
    if (!mail.isDue()) {
      return;
    }
    Map<Boolean, List<Delivery>> byKnown =
        mails.stream().collect(Collectors.partitioningBy(Alerts::isUnknown));
    Texts texts = Texts.in(wanted.language());
    String subject =
        mails.isEmpty()
            ? texts.text("alert.subject.copies", unseen.size())
            : subject(texts, byKnown.get(false).size(), byKnown.get(true).size());
    boolean isTaken = mail.send(wanted, subject, lines(wanted.language(), byKnown, unseen));
    LOG.info(
        "{} deliveries and {} internal copies told: {}",
        mails.size(),
        unseen.size(),
        isTaken ? "the owner knows" : "not now");
    if (isTaken) {
      mails.forEach(progress::told);
      unseen.forEach(copies::told);
    }
  }

  private static boolean isUnknown(Delivery delivery) {
    return delivery.state() == Delivery.State.UNKNOWN;
  }

  private static String subject(Texts texts, int lost, int unknown) {
    return lost == 0
        ? texts.text("alert.subject.unknown", unknown)
        : unknown == 0
            ? texts.text("alert.subject", lost)
            : texts.text("alert.subject.both", lost, unknown);
  }

  private List<String> lines(
      Language language, Map<Boolean, List<Delivery>> mails, List<Copy> unseen) {
    Texts texts = Texts.in(language);
    var lost = new LostMails(workspace, runs, language);
    List<String> lines = new ArrayList<>();
    list("alert.first", mails.get(false), lost::line, texts, lines);
    list("alert.first.unknown", mails.get(true), lost::line, texts, lines);
    list("alert.first.copies", unseen, copy -> lost.line(copy, url()), texts, lines);
    if (mails.values().stream().anyMatch(some -> !some.isEmpty())) {
      lines.add(texts.text("alert.last", url() + "deliveries" + narrowed(mails)));
    }
    return lines;
  }

  /** To those of one state, where no others are told of. */
  private static String narrowed(Map<Boolean, List<Delivery>> mails) {
    List<Delivery.State> states =
        mails.values().stream().flatMap(List::stream).map(Delivery::state).distinct().toList();
    return states.size() == 1 ? "?state=" + states.get(0).word() : "";
  }

  private String url() {
    return url.endsWith("/") ? url : url + "/";
  }

  private static <T> void list(
      String head, List<T> some, Function<T, String> line, Texts texts, List<String> lines) {
    if (some.isEmpty()) {
      return;
    }
    lines.add(texts.text(head, some.size()));
    some.stream().limit(MOST_LISTED).map(line).forEach(lines::add);
    if (some.size() > MOST_LISTED) {
      lines.add(texts.text("alert.more", some.size() - MOST_LISTED));
    }
  }
}
