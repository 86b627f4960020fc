package io.retainer.app.deliveries;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mails that did not arrive, or may not have, in a paragraph each: which, what happened, what to
 * do.
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
    return Stream.of(which(lost), happened(lost), answer(lost), advice(lost))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String which(Delivery lost) {
    var run = runs.find(lost.run()).orElseThrow();
    return texts.text(
        "alert.mail",
        workspace.clients().named(lost.client()).name(),
        titles.of(run.report()),
        Formats.of(language.locale()).period(run.period()),
        lost.recipient());
  }

  private String happened(Delivery lost) {
    return lost.state() == Delivery.State.UNKNOWN
        ? ""
        : texts.text("alert.what." + lost.state().word());
  }

  /** Quoted where a mail server said it. */
  private String answer(Delivery lost) {
    String answer = lost.answer().orElse("");
    String said = Said.in(language, answer);
    return said.isEmpty() || Said.isIn(answer) ? said : texts.text("alert.answer", said);
  }

  private String advice(Delivery lost) {
    return lost.state() == Delivery.State.UNKNOWN
        ? texts.text("deliveries.ask")
        : Advice.on(lost)
            .map(advice -> texts.text("deliveries.advice." + advice.word()))
            .orElse("");
  }
}
