package io.retainer.kpi;

import java.nio.file.Path;
import java.util.List;

/** Reads scripts and runs their examples, for {@code retainer kpi test} and the build. */
public final class KpiScriptCheck {

  private KpiScriptCheck() {}

  /** Checks files, and the scripts of folders, together: they may refer to each other. */
  public static Report check(List<Path> filesAndFolders) {
    return new Report(List.of());
  }

  /** What became of every script, by path. */
  public record Report(List<Script> scripts) {
    public Report {
      scripts = List.copyOf(scripts);
    }

    public boolean passed() {
      return scripts.stream().allMatch(Script::passed);
    }
  }

  /**
   * @param problems why the script cannot be used; its KPIs are then not all there
   */
  public record Script(String file, List<KpiProblem> problems, List<Kpi> kpis) {
    public Script {
      problems = List.copyOf(problems);
      kpis = List.copyOf(kpis);
    }

    public boolean passed() {
      return problems.isEmpty() && kpis.stream().allMatch(Kpi::passed);
    }
  }

  /** A KPI and what became of its examples. */
  public record Kpi(String id, int line, List<Example> examples) {
    public Kpi {
      examples = List.copyOf(examples);
    }

    public boolean passed() {
      return examples.stream().allMatch(Example::passed);
    }
  }

  /**
   * @param expected as written: a number or a status
   * @param was what the KPI gave
   */
  public record Example(String title, int line, boolean passed, String expected, String was) {}
}
