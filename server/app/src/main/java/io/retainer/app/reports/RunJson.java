package io.retainer.app.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Language;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.contract.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Runs and templates as programs see them. */
final class RunJson {

  private RunJson() {}

  static ObjectNode of(Run run) {
    ObjectNode json =
        Json.object()
            .put("id", run.id())
            .put("client", run.client().value())
            .put("report", run.report())
            .put("period", run.period().toString())
            .put("locale", run.locale().toLanguageTag());
    json.set("formats", Json.array(EnumSet.copyOf(run.formats()), f -> Json.text(f.word())));
    json.put("state", run.state().word());
    json.set("reason", textOrNull(run.reason()));
    json.put("requestedBy", run.requestedBy()).put("requestedAt", run.requestedAt().toString());
    json.set("startedAt", textOrNull(run.startedAt()));
    json.set("finishedAt", textOrNull(run.finishedAt()));
    json.put("sections", run.sections()).put("emptySections", run.emptySections());
    json.set("schedule", textOrNull(run.origin().schedule()));
    json.set("corrects", textOrNull(run.origin().corrects()));
    json.set("files", Json.array(run.files(), file -> of(run, file)));
    return json;
  }

  /**
   * With what happened to it, in the order of time.
   *
   * @param held why a run waits, in words, by what its step notes
   */
  static ObjectNode of(
      Run run, List<RunStep> steps, List<Finding> findings, UnaryOperator<String> held) {
    ObjectNode json = of(run);
    json.set("findings", Json.array(findings, RunJson::of));
    json.set("steps", Json.array(steps, step -> of(step, held)));
    return json;
  }

  private static ObjectNode of(Finding finding) {
    return Json.object()
        .put("gate", finding.gate())
        .put("level", finding.level().word())
        .put("text", finding.in(Language.EN));
  }

  private static ObjectNode of(RunStep step, UnaryOperator<String> held) {
    ObjectNode json = Json.object().put("step", step.kind().word());
    json.set("by", textOrNull(step.by()));
    return json.put("at", step.at().toString())
        .put("note", step.kind() == RunStep.Kind.HELD ? held.apply(step.note()) : step.note());
  }

  private static ObjectNode of(Run run, RunFile file) {
    ReportFormat format = file.format();
    return Json.object()
        .put("format", format.word())
        .put("name", file.name())
        .put("size", file.size())
        .put("sha256", file.sha256())
        .put("href", "/api/v1/runs/" + run.id() + "/files/" + format.word());
  }

  static ObjectNode of(ReportTemplate template) {
    ObjectNode json = Json.object().put("id", template.id()).put("version", template.version());
    json.set("title", inEachLanguage(template::title));
    json.set("description", inEachLanguage(template::description));
    return json;
  }

  private static ObjectNode inEachLanguage(Function<Locale, String> text) {
    ObjectNode texts = Json.object();
    for (String language : new String[] {"be", "en", "fi", "ru"}) {
      texts.put(language, text.apply(Locale.forLanguageTag(language)));
    }
    return texts;
  }

  private static JsonNode textOrNull(Optional<?> value) {
    return value.<JsonNode>map(Json::text).orElseGet(() -> Json.object().nullNode());
  }
}
