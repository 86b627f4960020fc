package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceNote;
import io.retainer.rendering.overview.RateText;
import io.retainer.rendering.overview.SourceText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The last pages: what the figures mean and what they rest on. */
final class NoteBlocks {

  private final ReportContent content;
  private final ReportTexts texts;
  private final Formats formats;

  NoteBlocks(ReportContent content, ReportTexts texts) {
    this.content = content;
    this.texts = texts;
    this.formats = texts.formats();
  }

  /**
   * @param isEndTogether whether the last but one begins a page, so that the last is not alone
   */
  List<Map<String, ?>> glossary(boolean isEndTogether) {
    List<Map<String, ?>> terms = new ArrayList<>();
    int lastButOne = content.glossary().size() - 2;
    for (KpiDescriptor kpi : content.glossary()) {
      if (isEndTogether && content.glossary().indexOf(kpi) == lastButOne) {
        terms.add(Blocks.block("isBreak"));
      }
      terms.add(
          Blocks.block(
              "isTerm",
              "title",
              kpi.title(texts.locale()),
              "text",
              kpi.about(texts.locale()),
              "detail",
              // The formula is for analysts: the workbook has it.
              formats.words().text("direction." + kpi.better())
                  + " \u00b7 "
                  + texts.text("glossary.kind." + kpi.kind()),
              "detail2",
              texts.text("glossary.version", kpi.id(), kpi.version())));
    }
    return terms;
  }

  List<Map<String, ?>> sources() {
    List<Map<String, ?>> notes = new ArrayList<>();
    if (content.sources().isEmpty()) {
      notes.add(Blocks.block("isRemark", "text", texts.text("notes.none")));
    }
    content.sources().forEach(source -> notes.add(source(source)));
    return notes;
  }

  /**
   * What is to be said of the report itself.
   *
   * @param isSpelled whether names on the pages are spelled in other letters than their own
   */
  List<Map<String, ?>> report(boolean isSpelled) {
    List<Map<String, ?>> notes = new ArrayList<>();
    notes.add(Blocks.block("isSubheading", "title", texts.text("notes.report")));
    notes.add(pair("notes.report-id", content.id()));
    notes.add(pair("notes.issued", formats.moment(content.issuedAt(), content.client().zone())));
    notes.add(
        pair(
            "notes.template",
            texts.text(
                "notes.template.value", content.template().id(), content.template().hash())));
    notes.add(pair("notes.software", content.software()));
    notes.add(pair("notes.zone", texts.text("notes.zone.value", content.client().zone().getId())));
    notes.add(pair("notes.rounding", texts.text("notes.rounding.value")));
    for (String line : RateText.lines(content, texts, false)) {
      notes.add(pair("notes.rates", Showable.whole(line)));
    }
    if (isSpelled || notes.stream().anyMatch(NoteBlocks::isSpelled)) {
      notes.add(pair("notes.spelled", texts.text("notes.spelled.value")));
    }
    return notes;
  }

  private Map<String, ?> source(SourceNote source) {
    SourceText text = SourceText.of(texts, source, content.client().zone());
    return Blocks.block(
        "isSource",
        "title",
        Showable.whole(text.title()),
        "text",
        text.coverage(),
        "detail",
        text.files().stream().map(Showable::whole).collect(Collectors.joining("\n")));
  }

  /** Whether a text of a block is spelled in other letters than its own. */
  static boolean isSpelled(Map<String, ?> block) {
    return block.values().stream()
        .anyMatch(value -> value instanceof String text && Showable.isSpelled(text));
  }

  private Map<String, ?> pair(String key, String text) {
    return Blocks.block("isPair", "title", texts.text(key), "text", text);
  }
}
