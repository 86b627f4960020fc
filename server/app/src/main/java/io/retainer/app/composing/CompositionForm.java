package io.retainer.app.composing;

import io.retainer.app.shell.Form;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.Composition.Part;
import java.util.List;
import java.util.stream.IntStream;

/** A composition as a form sends it. Figures are typed or chosen, one in each field. */
final class CompositionForm {

  private CompositionForm() {}

  static Composition read(Form form) {
    return new Composition(
        List.of(form.text("compare.0"), form.text("compare.1")).stream()
            .filter(each -> !each.isEmpty())
            .toList(),
        filled(form, "scorecard"),
        form.all("section").stream()
            .map(
                key ->
                    new Part(
                        key, !form.text("shown." + key).isEmpty(), filled(form, "figures." + key)))
            .toList());
  }

  private static List<String> filled(Form form, String name) {
    List<String> typed = form.all(name);
    return IntStream.range(0, typed.size())
        .mapToObj(i -> typed.get(i).strip())
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
