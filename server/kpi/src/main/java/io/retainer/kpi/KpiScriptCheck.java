package io.retainer.kpi;

import io.retainer.kpi.script.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads scripts and runs their examples, for {@code retainer kpi test} and the build. */
public final class KpiScriptCheck {

  private KpiScriptCheck() {}

  /** Checks files, and the scripts of folders, together: they may refer to each other. */
  public static Report check(List<Path> filesAndFolders) {
    return check(filesAndFolders, List.of());
  }

  /**
   * @param layers folders with further scripts that the checked ones may refer to
   */
  public static Report check(List<Path> filesAndFolders, List<Path> layers) {
    List<Linking.Layered> linked = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      int layer = i;
      ScriptFiles.below(layers.get(i))
          .forEach(
              (path, file) ->
                  linked.add(new Linking.Layered(layer, ScriptFiles.read("layer " + path, file))));
    }
    List<io.retainer.kpi.script.Script> checked = new ArrayList<>();
    for (Path given : filesAndFolders) {
      if (Files.isDirectory(given)) {
        ScriptFiles.below(given)
            .values()
            .forEach(file -> checked.add(ScriptFiles.read(file.toString(), file)));
      } else {
        checked.add(ScriptFiles.read(given.toString(), given));
      }
    }
    checked.forEach(script -> linked.add(new Linking.Layered(layers.size(), script)));
    Linking linking = Linking.of(linked);
    return new Report(checked.stream().map(script -> report(script, linking)).toList());
  }

  private static KpiScriptCheck.Script report(
      io.retainer.kpi.script.Script script, Linking linking) {
    List<KpiProblem> problems = new ArrayList<>(script.problems());
    problems.addAll(linking.problems().getOrDefault(script.file(), List.of()));
    List<Kpi> kpis = new ArrayList<>();
    for (Draft draft : script.drafts()) {
      kpis.add(
          new Kpi(
              draft.id().value(),
              draft.at().line(),
              linking.examples().getOrDefault(draft.id(), List.of())));
    }
    return new KpiScriptCheck.Script(script.file(), problems, kpis);
  }

  /** What became of every script, in the order given. */
  public record Report(List<KpiScriptCheck.Script> scripts) {
    public Report {
      scripts = List.copyOf(scripts);
    }

    public boolean passed() {
      return scripts.stream().allMatch(KpiScriptCheck.Script::passed);
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
