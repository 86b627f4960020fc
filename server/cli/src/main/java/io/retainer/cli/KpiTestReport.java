package io.retainer.cli;

import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck.Example;
import io.retainer.kpi.KpiScriptCheck.Kpi;
import io.retainer.kpi.KpiScriptCheck.Script;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of scripts, for somebody at a terminal: who has thousands of problems reads the first
 * ones of each file, and mends those.
 */
final class KpiTestReport {

  static final int MOST_OF_A_FILE = 20;
  static final int MOST_OF_ALL = 200;

  private final PrintWriter out;
  private int printed;

  KpiTestReport(PrintWriter out) {
    this.out = out;
  }

  void print(List<Script> scripts) {
    long kpis = 0;
    long examples = 0;
    long failures = 0;
    for (Script script : scripts) {
      List<String> failed = failures(script);
      out.println((script.passed() ? "ok      " : "FAILED  ") + KpiProblem.shown(script.file()));
      printFirst(failed);
      failures += failed.size();
      kpis += script.kpis().size();
      examples += script.kpis().stream().mapToLong(kpi -> kpi.examples().size()).sum();
    }
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%s, %s, %s",
            counted(scripts, kpis),
            many(examples, "example"),
            failures == 0 ? "all hold" : failures + " to look at"));
    if (failures > printed) {
      out.println(
          "Here are the first %d. Mend those and run it again; --json prints all"
              .formatted(printed));
    }
  }

  /** Of a script that cannot be read nobody knows how many KPIs it has. */
  private static String counted(List<Script> scripts, long kpis) {
    long broken = scripts.stream().filter(script -> !script.problems().isEmpty()).count();
    return broken == 0
        ? many(scripts.size(), "script") + ", " + many(kpis, "KPI")
        : "%s, %d with something wrong; %s that can be read"
            .formatted(many(scripts.size(), "script"), broken, many(kpis, "KPI"));
  }

  private static String many(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private void printFirst(List<String> failed) {
    int most = Math.min(MOST_OF_A_FILE, MOST_OF_ALL - printed);
    failed.stream().limit(most).forEach(line -> out.println("  " + line));
    printed += Math.min(most, failed.size());
    if (failed.size() > most) {
      out.println("  … and " + (failed.size() - most) + " more in this file");
    }
  }

  private static List<String> failures(Script script) {
    List<String> failures = new ArrayList<>();
    script.problems().forEach(problem -> failures.add(problem.toString()));
    for (Kpi kpi : script.kpis()) {
      kpi.examples().stream()
          .filter(example -> !example.passed())
          .forEach(example -> failures.add(failure(script, kpi, example)));
    }
    return failures;
  }

  private static String failure(Script script, Kpi kpi, Example example) {
    return "%s:%d:%d %s: \"%s\" expected %s, was %s"
        .formatted(
            KpiProblem.shown(script.file()),
            example.line(),
            example.column(),
            kpi.id(),
            example.title(),
            example.expected(),
            example.was());
  }
}
