package io.retainer.app.kpis;

import io.retainer.app.shell.Problem;
import io.retainer.kpi.KpiDefinition;
import io.retainer.model.kpi.KpiId;
import java.util.List;

/** The stages of the customer's journey, which are the folders of the scripts. */
public final class Stages {

  public static final List<String> ALL =
      List.of("awareness", "consideration", "conversion", "retention", "advocacy");

  /** Of scripts that lie somewhere else. */
  public static final String OTHER = "other";

  private Stages() {}

  public static String of(KpiDefinition kpi) {
    int slash = kpi.file().indexOf('/');
    String folder = slash < 0 ? OTHER : kpi.file().substring(0, slash);
    return ALL.contains(folder) ? folder : OTHER;
  }

  /** A stage that somebody chose; the first one when nothing was chosen. */
  static String known(String typed) {
    if (typed.isEmpty()) {
      return ALL.get(0);
    }
    if (!ALL.contains(typed)) {
      throw Problem.invalid("\"" + typed + "\" is no stage; there are " + String.join(", ", ALL));
    }
    return typed;
  }

  /** What a new definition begins with: it works, and every line of it is to be changed. */
  static String beginning(KpiId id) {
    return """
        kpi('%s') {
          title en: 'Sessions'
          about en: 'What it says, in a sentence.'
          unit count
          better higher
          from web_traffic
          value { sum(sessions) }
          example 'days add up', rows: [[sessions: 100], [sessions: 20]], expect: 120
        }"""
        .formatted(id);
  }
}
