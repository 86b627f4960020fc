package io.retainer.workspace.commentary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.workspace.contract.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words of a section as they are kept. */
final class CommentaryText {

  private CommentaryText() {}

  static String write(SectionCommentary words) {
    ObjectNode json =
        Json.object().put("above", words.above().text()).put("below", words.below().text());
    ObjectNode findings = json.putObject("findings");
    words
        .findings()
        .forEach(
            (id, one) -> findings.putObject(id).put("text", one.text()).put("said", one.said()));
    ObjectNode basis = json.putObject("basis");
    words.basis().forEach(basis::put);
    return Json.text(json);
  }

  static SectionCommentary read(String text, int version, String by, Instant at) {
    try {
      JsonNode json = Json.read(text);
      Map<String, Treatment> findings = new LinkedHashMap<>();
      json.path("findings")
          .properties()
          .forEach(
              one ->
                  findings.put(
                      one.getKey(),
                      new Treatment(
                          one.getValue().path("text").asText(),
                          one.getValue().path("said").asText())));
      Map<String, String> basis = new LinkedHashMap<>();
      json.path("basis")
          .properties()
          .forEach(one -> basis.put(one.getKey(), one.getValue().asText()));
      return new SectionCommentary(
          new Prose(json.path("above").asText()),
          new Prose(json.path("below").asText()),
          findings,
          basis,
          version,
          by,
          at);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Words of a report in the state database are no JSON", e);
    }
  }
}
