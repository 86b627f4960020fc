package io.retainer.app.deliveries;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Told;
import io.retainer.model.mail.MailAddress;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.destinations.Destinations;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mails and internal copies that did not arrive, or may not have, in a paragraph each: which, what
 * happened, what to do.
 */
final class LostMails {

  private final Workspace workspace;
  private final Runs runs;
  private final Language language;
  private final Texts texts;
  private final ReportTitles titles;

  LostMails(Workspace workspace, Runs runs, Language language) {
    this.workspace = workspace;
    this.runs = runs;
    this.language = language;
    this.texts = Texts.in(language);
    this.titles = ReportTitles.in(workspace, language.locale());
  }

  String line(Delivery lost) {
    return paragraph(
        which("alert.mail", lost.run(), lost.recipient()),
        happened(lost.state()),
        answer(lost.answer(), lost.recipient()),
        advice(lost));
  }

  /**
   * @param url of the server; what nobody has seen before it goes to the client can be looked at
   *     there
   */
  String line(Copy lost, String url) {
    return paragraph(
        which("alert.copy", lost.run(), lost.recipient()),
        happened(lost.state()),
        answer(lost.answer(), lost.recipient()),
        texts.text("alert.copy.look", url + "reports/" + lost.run()));
  }

  private static String paragraph(String... sentences) {
    return Stream.of(sentences).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
  }

  private String which(String key, String id, String recipient) {
    Run run = runs.find(id).orElseThrow();
    return texts.text(
        key,
        workspace.clients().named(run.client()).name(),
        titles.of(run.report()),
        Formats.of(language.locale()).period(run.period()),
        recipient);
  }

  private String happened(Delivery.State state) {
    return state == Delivery.State.UNKNOWN ? "" : texts.text("alert.what." + state.word());
  }

  /** Quoted where a mail server or a destination said it, and we did not. */
  private String answer(Optional<String> given, String recipient) {
    String answer = Doubt.without(given.orElse(""));
    String said = Said.in(language, answer);
    if (said.isEmpty() || Said.isIn(answer) || Told.isOurs(answer)) {
      return said;
    }
    boolean isMail = !Destinations.isOne(new MailAddress(recipient));
    return texts.text(isMail ? "alert.answer" : "alert.answer.destination", said);
  }

  private String advice(Delivery lost) {
    return lost.state() == Delivery.State.UNKNOWN
        ? texts.text(Doubt.about(lost.recipient()).key())
        : Advice.on(lost)
            .map(advice -> texts.text("deliveries.advice." + advice.word()))
            .orElse("");
  }
}
