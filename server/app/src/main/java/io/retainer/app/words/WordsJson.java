package io.retainer.app.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.rendering.overview.Basis;
import io.retainer.rendering.overview.SectionText;
import io.retainer.workspace.commentary.CommentaryDesk;
import io.retainer.workspace.commentary.WordsOf;
import io.retainer.workspace.contract.Json;

/** Words as programs read them. */
final class WordsJson {

  private WordsJson() {}

  static ObjectNode of(CommentaryDesk desk) {
    WordsOf report = desk.report();
    ObjectNode json =
        Json.object()
            .put("client", report.client().value())
            .put("report", report.report())
            .put("period", report.period().toString())
            .put("language", report.language())
            .put("onePage", desk.isOnePage());
    json.set("sections", Json.array(desk.sections(), WordsJson::section));
    return json;
  }

  static ObjectNode whole(CommentaryDesk.Desk desk) {
    ObjectNode json = section(desk);
    json.set("history", Json.array(desk.history(), WordsJson::version));
    return json;
  }

  private static ObjectNode section(CommentaryDesk.Desk desk) {
    SectionCommentary words = desk.words();
    ObjectNode json =
        Json.object()
            .put("section", desk.section())
            .put("title", desk.title())
            .put("version", words.version());
    json.put("writtenBy", words.version() == 0 ? null : words.by());
    json.put("writtenAt", words.version() == 0 ? null : words.at().toString());
    json.put("above", words.above().text()).put("below", words.below().text());
    json.set("findings", Json.array(desk.findings(), one -> finding(one, words)));
    json.set("changedSince", Json.array(desk.changes(), WordsJson::change));
    return json;
  }

  private static ObjectNode finding(SectionText.Finding finding, SectionCommentary words) {
    Treatment treatment = words.findings().get(finding.id());
    return Json.object()
        .put("id", finding.id())
        .put("computed", finding.said())
        .put("fixed", finding.isFixed())
        .put("treatment", word(treatment))
        .put("text", treatment == null ? "" : treatment.text());
  }

  private static String word(Treatment treatment) {
    return treatment == null
        ? WordsForm.KEPT
        : treatment.isLeftOut() ? WordsForm.LEFT_OUT : WordsForm.REWORDED;
  }

  private static ObjectNode change(Basis.Change change) {
    ObjectNode json =
        Json.object()
            .put("kpi", change.id().value())
            .put("group", change.detail())
            .put("compared", change.isCompared());
    json.set("before", Json.numberOrNull(change.before()));
    json.set("now", Json.numberOrNull(change.now()));
    return json;
  }

  private static ObjectNode version(SectionCommentary words) {
    ObjectNode json =
        Json.object()
            .put("version", words.version())
            .put("writtenBy", words.by())
            .put("writtenAt", words.at().toString())
            .put("above", words.above().text())
            .put("below", words.below().text());
    ObjectNode findings = json.putObject("findings");
    words
        .findings()
        .forEach(
            (id, one) ->
                findings
                    .putObject(id)
                    .put("treatment", word(one))
                    .put("text", one.text())
                    .put("computed", one.said()));
    return json;
  }
}
