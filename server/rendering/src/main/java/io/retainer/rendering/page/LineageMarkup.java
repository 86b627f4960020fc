package io.retainer.rendering.page;

import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceNote;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each figure means and the way back from it: formula, version, parts, and the files its rows
 * came from.
 */
final class LineageMarkup {

  private static final List<String> COLUMNS =
      List.of("source", "account", "file", "hash", "import", "imported", "rows");

  private final Markup page;
  private final ReportContent content;
  private final ReportTexts texts;
  private final Formats formats;
  private final boolean isShared;
  private final Map<String, String> sources = new HashMap<>();
  private final Map<KpiId, KpiFigure> figures = new HashMap<>();

  LineageMarkup(Markup page, ReportContent content, ReportTexts texts, boolean isShared) {
    this.page = page;
    this.content = content;
    this.texts = texts;
    this.formats = texts.formats();
    this.isShared = isShared;
    for (SourceNote source : content.sources()) {
      sources.put(source.source(), source.title());
    }
    content.figures().forEach(figure -> figures.put(figure.kpi().id(), figure));
  }

  void write() {
    if (content.glossary().isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "glossary");
    page.element("h2", texts.text("glossary.title"), "id", "glossary");
    page.element("p", texts.text("glossary.lead"), "class", "lead");
    content.glossary().forEach(this::term);
    page.close("section");
  }

  private void term(KpiDescriptor kpi) {
    page.open("article", "class", "term", "id", FigureMarkup.anchor(kpi.id()), "tabindex", "-1");
    page.element("h3", kpi.title(texts.locale())).element("p", kpi.about(texts.locale()));
    page.element(
        "p",
        formats.words().text("direction." + kpi.better())
            + " \u00b7 "
            + texts.text("glossary.kind." + kpi.kind())
            + " \u00b7 "
            + texts.text("glossary.version", kpi.id(), kpi.version()),
        "class",
        "small");
    Optional<KpiFigure> figure = Optional.ofNullable(figures.get(kpi.id()));
    page.open("dl", "class", "facts");
    figure.ifPresent(this::parts);
    page.element("dt", texts.text("column.formula"));
    page.open("dd").element("code", kpi.formula()).close("dd");
    pair("column.dataset", formats.dataset(kpi.dataset()));
    page.close("dl");
    if (!isShared) {
      figure.map(found -> found.coverage().inputs()).ifPresent(this::inputs);
    }
    page.close("article");
  }

  private void parts(KpiFigure figure) {
    pair("column.value", FigureText.marked(figure.current(), figure.kpi().unit(), formats));
    figure.current().numerator().ifPresent(part -> pair("column.numerator", number(part)));
    figure.current().denominator().ifPresent(part -> pair("column.denominator", number(part)));
  }

  private String number(BigDecimal part) {
    return formats.number(part, Math.max(0, Math.min(2, part.stripTrailingZeros().scale())));
  }

  private void inputs(List<Coverage.Input> inputs) {
    if (inputs.isEmpty()) {
      return;
    }
    page.open("details").element("summary", texts.text("page.behind"));
    page.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String column : COLUMNS) {
      page.element("th", texts.text("column." + column), "scope", "col");
    }
    page.close("tr").close("thead").open("tbody");
    for (Coverage.Input input : inputs) {
      page.open("tr");
      cell(formats.source(input.source(), sources.getOrDefault(input.source(), input.source())));
      cell(formats.account(input.source(), input.account()));
      cell(input.fileName());
      page.open("td").element("code", input.sha256()).close("td");
      cell(input.batch());
      cell(formats.moment(input.importedAt(), content.client().zone()));
      page.element("td", formats.number(input.rows()), "class", "number").close("tr");
    }
    page.close("tbody").close("table").close("div").close("details");
  }

  private void cell(String text) {
    page.open("td").name(text).close("td");
  }

  private void pair(String key, String text) {
    page.element("dt", texts.text(key)).element("dd", text);
  }
}
