package io.retainer.rendering.overview;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.exhibit.Reconciliation;
import io.retainer.rendering.chart.GroupTable;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was booked, and below it what each platform claims, never together. */
final class ReconciliationPicture {

  private final ReportTexts texts;
  private final Formats formats;
  private final Formats ratios;
  private final Reconciliation reconciliation;
  private final double longest;

  ReconciliationPicture(ReportTexts texts, Reconciliation reconciliation) {
    this.texts = texts;
    this.reconciliation = reconciliation;
    this.formats =
        texts
            .formats()
            .forColumn(
                reconciliation.booked().kpi().unit(),
                figures().flatMap(figure -> figure.current().value().stream()));
    this.ratios =
        ExhibitPicture.percents(
            texts.formats(), reconciliation.claims().stream().map(reconciliation::ratio));
    this.longest = figures().mapToDouble(this::drawn).max().orElse(0);
  }

  ExhibitPicture picture() {
    GroupTable table =
        new GroupTable(
            texts.text("column.figure"),
            List.of(
                texts.text("exhibit.value"),
                texts.text("exhibit.reconciliation.difference"),
                texts.text("exhibit.reconciliation.ratio")),
            List.of(
                new GroupTable.Group(
                    texts.text("exhibit.reconciliation.booked"),
                    false,
                    List.of(row(reconciliation.booked(), Formats.NOTHING, Formats.NOTHING))),
                new GroupTable.Group(
                    texts.text("exhibit.reconciliation.claimed"),
                    true,
                    reconciliation.claims().stream().map(this::claim).toList())),
            Optional.empty());
    String title =
        texts.text(
            "exhibit.reconciliation.title", reconciliation.booked().kpi().title(texts.locale()));
    return new ExhibitPicture(title, table, note());
  }

  private Stream<KpiFigure> figures() {
    return Stream.concat(Stream.of(reconciliation.booked()), reconciliation.claims().stream());
  }

  /** Other money is no length beside this one. */
  private double drawn(KpiFigure figure) {
    return reconciliation.isOtherMoney(figure)
        ? 0
        : figure.current().value().map(BigDecimal::doubleValue).orElse(0.0);
  }

  private GroupTable.Row claim(KpiFigure claim) {
    KpiUnit unit = claim.kpi().unit();
    String difference =
        reconciliation
            .difference(claim)
            .map(
                amount ->
                    formats.delta(
                        new Delta(Delta.Style.ABSOLUTE, amount, Delta.Judgement.NEUTRAL),
                        unit,
                        claim.current().currency()))
            .orElse(Formats.NOTHING);
    return row(claim, difference, ExhibitPicture.percent(ratios, reconciliation.ratio(claim)));
  }

  private GroupTable.Row row(KpiFigure figure, String difference, String ratio) {
    String amount = FigureText.marked(figure.current(), figure.kpi().unit(), formats);
    return new GroupTable.Row(
        figure.kpi().title(texts.locale()),
        longest > 0 ? drawn(figure) / longest : 0,
        List.of(amount, difference, ratio),
        figure.current().value().isEmpty());
  }

  private String note() {
    List<String> said = new ArrayList<>(List.of(texts.text("exhibit.reconciliation.note")));
    ReasonTexts reasons = ReasonTexts.of(formats);
    figures()
        .filter(figure -> figure.current().reason().isPresent())
        .map(
            figure ->
                figure.kpi().title(texts.locale())
                    + ": "
                    + reasons.sentence(figure.current().reason().get()))
        .forEach(said::add);
    reconciliation.claims().stream()
        .filter(reconciliation::isOtherMoney)
        .map(claim -> claim.kpi().title(texts.locale()))
        .map(title -> texts.text("exhibit.reconciliation.other-money", title))
        .forEach(said::add);
    return String.join(" ", said);
  }
}
