package io.retainer.app.schedules;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.deliveries.MailSettings;
import io.retainer.app.deliveries.OwnersMail;
import io.retainer.app.deliveries.Transport;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Moments;
import io.retainer.app.shell.Texts;
import io.retainer.model.client.Client;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the owner of reports that the clock did not send and that wait for a person: each is told
 * once, those of some minutes in one mail. What somebody had run by hand or rejected is nothing new
 * to them.
 */
public final class HeldAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(HeldAlerts.class);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final int MOST_LISTED = 30;

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final OccurrenceProgress progress;
  private final MailSettings settings;
  private final OwnersMail mail;
  private final String url;

  /**
   * @param url of the server, for the link to what waits
   */
  public HeldAlerts(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      MailSettings settings,
      Transport transport,
      String url) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.progress = occurrences.progress();
    this.settings = settings;
    this.mail =
        new OwnersMail(
            UntoldOwner.News.HELD,
            settings,
            transport,
            new UntoldOwner(() -> workspace.state().jdbi(), workspace.clock()),
            workspace.clock());
    this.url = url.endsWith("/") ? url : url + "/";
  }

  /** Empty when nobody wants to be told. */
  public Optional<RecurringTask<Void>> task() {
    return settings
        .alerts()
        .map(
            wanted ->
                Tasks.recurring("held-alerts", FixedDelay.of(EVERY))
                    .execute((instance, context) -> tell(wanted)));
  }

  /**
   * They count as told once the mail was taken: a server that is killed in between tells them
   * twice, which is better than never. What is no news counts too: it would stand before the news
   * for ever.
   */
  void tell(MailSettings.Alerts wanted) {
    Map<Boolean, List<Occurrence>> untold =
        occurrences.untold().stream().collect(Collectors.partitioningBy(HeldAlerts::isNews));
    untold.get(false).forEach(progress::told);
    List<Occurrence> news = untold.get(true);
    if (news.isEmpty()) {
      mail.isNeedless();
      return;
    }
    if (!mail.isDue()) {
      return;
    }
    String subject = Texts.in(wanted.language()).text("alert.held.subject", news.size());
    boolean isTaken = mail.send(wanted, subject, lines(wanted.language(), news));
    LOG.info("{} held reports told: {}", news.size(), isTaken ? "the owner knows" : "not now");
    if (isTaken) {
      news.forEach(progress::told);
    }
  }

  private static boolean isNews(Occurrence occurrence) {
    Optional<Reason.Code> code = occurrence.reason().map(Reason::code);
    return occurrence.requestedBy().isEmpty()
        && code.filter(
                each ->
                    switch (each) {
                      case LATE,
                          RESTORED,
                          NOT_CLOSED,
                          EMPTY,
                          INCOMPLETE,
                          GATES,
                          NO_REPORT,
                          FAULT,
                          NOT_RENDERED,
                          OTHER_CLIENT,
                          OTHER_RECIPIENTS,
                          RULE_CHANGED,
                          ZONE_CHANGED,
                          APPROVAL ->
                          true;
                      case WAITING, PAUSED, REJECTED, NOT_DELIVERED -> false;
                    })
            .isPresent();
  }

  private List<String> lines(Language language, List<Occurrence> news) {
    Texts texts = Texts.in(language);
    List<String> lines = new ArrayList<>();
    lines.add(texts.text("alert.held.first", news.size()));
    news.stream()
        .limit(MOST_LISTED)
        .forEach(
            each ->
                schedules
                    .find(each.schedule())
                    .ifPresent(schedule -> lines.add(line(language, each, schedule))));
    if (news.size() > MOST_LISTED) {
      lines.add(texts.text("alert.more", news.size() - MOST_LISTED));
    }
    lines.add(texts.text("alert.held.last", url + "operations"));
    return lines;
  }

  /** Which, when it was due, why it waits, and where to look at it. */
  private String line(Language language, Occurrence occurrence, Schedule schedule) {
    Client client = workspace.clients().named(schedule.client());
    String page =
        occurrence
            .run()
            .filter(run -> occurrence.state() == Occurrence.State.REVIEW)
            .map(run -> "reports/" + run)
            .orElse("schedules/" + schedule.id());
    return "%s, %s, %s (%s): %s %s"
        .formatted(
            client.name(),
            ReportTitles.in(workspace, language.locale()).of(schedule.report()),
            Formats.of(language.locale()).period(occurrence.period()),
            Moments.of(language.locale(), occurrence.plannedFor(), client.zone()),
            occurrence.reason().orElseThrow().in(language),
            url + page);
  }
}
