package io.retainer.app.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.retainer.app.shell.Language;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.workspace.ComposedReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a run shows of its figures, kept beside the files: the page says what was
 * rendered, whatever was imported since. It is kept in each language of the pages.
 */
final class RunOverview {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private RunOverview() {}

  static String write(ComposedReport report) {
    Map<String, ReportOverview> languages = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      languages.put(language.tag(), report.overview(language.locale()));
    }
    try {
      return MAPPER.writeValueAsString(languages);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An overview of plain records could not be written", e);
    }
  }

  /**
   * The overview in the language; nothing when it was not kept in it.
   *
   * @throws JsonProcessingException when the file was changed by hand
   */
  static Optional<ReportOverview> read(String text, Language language)
      throws JsonProcessingException {
    Map<String, ReportOverview> languages = MAPPER.readValue(text, new TypeReference<>() {});
    return Optional.ofNullable(languages.get(language.tag()));
  }
}
