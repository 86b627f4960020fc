package io.retainer.app.composing;

import io.retainer.app.shell.Form;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.Composition.Part;
import io.retainer.rendering.template.OwnSection;
import io.retainer.rendering.template.SectionWords;
import io.retainer.rendering.template.Shape;
import io.retainer.spi.Grain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A composition as a form sends it. Figures are typed or chosen, one in each field, by name or id.
 *
 * @param rows as typed into each section of the client's own
 */
record CompositionForm(Composition composition, Map<String, String> rows) {

  /** A number that nobody could mean, in place of one that cannot be read. */
  private static final int UNREADABLE = 0;

  CompositionForm {
    rows = Map.copyOf(rows);
  }

  static CompositionForm of(Composition composition) {
    return new CompositionForm(composition, Map.of());
  }

  /**
   * @param languages the client's first: its words stand for those that were not typed
   */
  static CompositionForm read(Form form, KpiNames names, List<String> languages) {
    List<String> own = form.all("own");
    Map<String, String> rows = new LinkedHashMap<>();
    own.forEach(key -> rows.put(key, form.text("rows." + key)));
    return new CompositionForm(
        new Composition(
            List.of(form.text("compare.0"), form.text("compare.1")).stream()
                .filter(each -> !each.isEmpty())
                .toList(),
            figures(form, "scorecard", names),
            form.all("section").stream()
                .map(
                    key ->
                        new Part(
                            key,
                            !form.text("shown." + key).isEmpty(),
                            figures(form, "figures." + key, names),
                            own.contains(key)
                                ? Optional.of(own(form, key, languages))
                                : Optional.empty()))
                .toList()),
        rows);
  }

  private static OwnSection own(Form form, String key, List<String> languages) {
    return new OwnSection(
        new SectionWords(
            words(form, "title." + key, languages), words(form, "text." + key, languages)),
        choice(Shape.values(), form.text("shape." + key), OwnSection.NEW.shape()),
        form.text("by." + key),
        choice(Grain.values(), form.text("over." + key), OwnSection.NEW.over()),
        number(form.text("rows." + key)));
  }

  private static Map<String, String> words(Form form, String name, List<String> languages) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String language : languages) {
      String typed = form.text(name + "." + language).replace("\r\n", "\n");
      if (!typed.isEmpty()) {
        words.put(language, typed);
      }
    }
    return words;
  }

  private static <E extends Enum<E>> E choice(E[] all, String word, E otherwise) {
    for (E each : all) {
      if (each.name().equals(word)) {
        return each;
      }
    }
    return otherwise;
  }

  private static int number(String text) {
    return text.isEmpty()
        ? OwnSection.NEW.rows()
        : text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : UNREADABLE;
  }

  private static List<String> figures(Form form, String name, KpiNames names) {
    return form.all(name).stream()
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(names::id)
        .toList();
  }
}
