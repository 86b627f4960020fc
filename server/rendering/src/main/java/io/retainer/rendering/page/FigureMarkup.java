package io.retainer.rendering.page;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.chart.Bullet;
import io.retainer.rendering.chart.ChartSvg;
import io.retainer.rendering.chart.Sparkline;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.template.ReportTexts;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Figures as tiles, each a way to what it means and comes from. */
final class FigureMarkup {

  private final Markup page;
  private final ReportContent content;
  private final ReportTexts texts;

  FigureMarkup(Markup page, ReportContent content, ReportTexts texts) {
    this.page = page;
    this.content = content;
    this.texts = texts;
  }

  /** With a sparkline. */
  FigureText tall(Tile tile) {
    FigureText text = begin(tile.figure());
    if (text.known()) {
      page.made(
          ChartSvg.render(new Sparkline(tile.figure().kpi(), tile.trail()), text.label(), 240, 40));
    }
    page.close("article");
    return text;
  }

  void low(KpiFigure figure) {
    begin(figure);
    page.close("article");
  }

  private FigureText begin(KpiFigure figure) {
    FigureText text = FigureText.of(content, texts, figure);
    page.open("article", "class", "tile").element("h3", text.label());
    page.open("p", "class", "value" + length(text.value()) + (text.faint() ? " faint" : ""));
    page.open("a", "href", "#" + anchor(figure.kpi().id()));
    value(page, figure.kpi().id(), figure.current(), text.value());
    page.close("a").close("p");
    if (!text.note().isEmpty()) {
      page.element("p", text.note(), "class", "small");
    }
    if (!text.changes().isEmpty()) {
      page.open("dl", "class", "changes");
      for (FigureText.Change change : text.changes()) {
        page.open("div").element("dt", change.period());
        page.element("dd", change.text(), "class", look(change.look())).close("div");
      }
      page.close("dl");
    }
    TargetText.of(content, texts, figure).ifPresent(this::target);
    return text;
  }

  /** Up to which length a number keeps its size, its line or nothing. */
  private static String length(String value) {
    if (value.length() <= 11 || value.length() > 22) {
      return "";
    }
    return value.length() <= 15 ? " long" : " longer";
  }

  private void target(TargetText target) {
    // A tile on a phone is narrower than the word and its number side by side.
    String text = target.text().replaceAll("(?<=\\p{L})\u00a0(?=\\d)", " ");
    page.element("p", text, "class", "target " + look(target.look()));
    Optional<Bullet> bar = target.bar();
    bar.ifPresent(bullet -> page.made(ChartSvg.render(bullet, target.text(), 240, 12)));
  }

  /** A value as it is read, and in full for whoever counts on. */
  static void value(Markup page, KpiId kpi, KpiValue value, String shown) {
    String full = value.value().map(BigDecimal::toPlainString).orElse("");
    page.element("data", shown, "data-kpi", kpi.value(), "value", full);
  }

  static String anchor(KpiId kpi) {
    return "kpi-" + kpi.value();
  }

  private static String look(FigureText.Look look) {
    return look.name().toLowerCase(Locale.ROOT);
  }
}
