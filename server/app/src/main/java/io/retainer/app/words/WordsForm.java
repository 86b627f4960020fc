package io.retainer.app.words;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Problem;
import io.retainer.rendering.overview.SectionText;
import io.retainer.workspace.commentary.CommentaryDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The editor's form: each section's fields have the section's key in their names. */
final class WordsForm {

  static final String KEPT = "kept";
  static final String REWORDED = "reworded";
  static final String LEFT_OUT = "left-out";

  private WordsForm() {}

  static Map<String, CommentaryDesk.Typed> typed(Form form, List<CommentaryDesk.Desk> desks) {
    Map<String, CommentaryDesk.Typed> typed = new LinkedHashMap<>();
    for (CommentaryDesk.Desk desk : desks) {
      String section = desk.section();
      // A section that came into the report since the form was shown is not in it.
      if (!form.all("seen." + section).isEmpty()) {
        typed.put(
            section,
            new CommentaryDesk.Typed(
                seen(form.text("seen." + section)),
                form.text("above." + section),
                form.text("below." + section),
                rewordings(form, desk),
                !form.text("holds." + section).isEmpty()));
      }
    }
    return typed;
  }

  private static int seen(String text) {
    if (!text.matches("[0-9]{1,6}")) {
      throw Problem.invalid("The form lacks the version that was seen; open the page again.");
    }
    return Integer.parseInt(text);
  }

  private static Map<String, Optional<String>> rewordings(Form form, CommentaryDesk.Desk desk) {
    Map<String, Optional<String>> rewordings = new LinkedHashMap<>();
    for (SectionText.Finding finding : desk.findings()) {
      String name = desk.section() + "." + finding.id();
      switch (form.text("choice." + name)) {
        case REWORDED -> rewordings.put(finding.id(), Optional.of(form.text("words." + name)));
        case LEFT_OUT -> rewordings.put(finding.id(), Optional.empty());
        default -> {}
      }
    }
    return rewordings;
  }
}
