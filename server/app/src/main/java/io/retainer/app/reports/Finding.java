package io.retainer.app.reports;

import io.retainer.app.shell.Language;
import java.util.Map;

/**
 * Something that a gate found in a rendered report.
 *
 * @param gate its name
 * @param level warn or hold
 * @param texts where it is, what was seen, what was expected and what to do, by language
 */
public record Finding(String gate, GateLevel level, Map<String, String> texts) {

  public Finding {
    texts = Map.copyOf(texts);
  }

  public String in(Language language) {
    return texts.getOrDefault(language.tag(), texts.getOrDefault(Language.EN.tag(), ""));
  }

  public boolean isHold() {
    return level == GateLevel.HOLD;
  }
}
