package io.retainer.app.access;

import java.util.Map;

/**
 * What somebody has typed to let a person or a program in.
 *
 * @param name of the person, or what the token is for
 * @param days for which a token is valid
 * @param problems keys of texts that say what to correct, by the name of the field
 */
public record AccessForm(String name, String days, ReachForm reach, Map<String, String> problems) {

  static final AccessForm EMPTY = new AccessForm("", "90", ReachForm.EMPTY, Map.of());

  /** Key of the text at a field; empty when nothing is wrong there. */
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }

  public boolean isWrong() {
    return !problems.isEmpty();
  }
}
