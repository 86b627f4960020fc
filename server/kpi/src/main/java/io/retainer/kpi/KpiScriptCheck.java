package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.ParsedScripts;
import io.retainer.kpi.script.ShownNumber;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads scripts and runs their examples, for {@code retainer kpi test} and the build. */
public final class KpiScriptCheck {

  private KpiScriptCheck() {}

  /** Checks files, and the scripts of folders, together: they may refer to each other. */
  public static Report check(List<Path> filesAndFolders, Computing computing) {
    return check(filesAndFolders, List.of(), computing);
  }

  /**
   * @param layers folders with further scripts that the checked ones may refer to
   */
  public static Report check(List<Path> filesAndFolders, List<Path> layers, Computing computing) {
    return check(filesAndFolders, layers, computing, ParsedScripts.none());
  }

  /**
   * @param parsed what is known of texts, and learns those that are good
   */
  public static Report check(
      List<Path> filesAndFolders, List<Path> layers, Computing computing, ParsedScripts parsed) {
    var reading = new Reading(computing, parsed);
    List<io.retainer.kpi.script.Script> checked = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path given : filesAndFolders) {
      if (Files.isDirectory(given)) {
        ScriptFiles.Found found = ScriptFiles.in(given);
        files.addAll(found.scripts().values());
        found
            .passedOver()
            .forEach((path, why) -> checked.add(passedOver(given.resolve(path).toString(), why)));
      } else {
        files.add(given);
      }
    }
    files.forEach(file -> checked.add(reading.script(file.toString(), file)));
    List<Linking.Layered> linked = new ArrayList<>();
    ReferredScripts.Referred referred = ReferredScripts.of(files, layers);
    for (ReferredScripts.InLayer script : referred.scripts()) {
      linked.add(
          new Linking.Layered(
              script.layer(), reading.script("layer " + script.path(), script.file())));
    }
    checked.forEach(script -> linked.add(new Linking.Layered(layers.size(), script)));
    Linking linking =
        Linking.of(
            linked,
            referred.known(),
            Overlay.Earlier.UNKNOWN,
            computing,
            new Beside(layers.size()));
    return new Report(checked.stream().map(script -> report(script, linking)).toList());
  }

  private static io.retainer.kpi.script.Script passedOver(String file, PassedOver why) {
    return new io.retainer.kpi.script.Script(
        file, List.of(), List.of(), List.of(why.problem(file)));
  }

  /** What is only referred to is not tried. */
  private record Beside(int layers) implements ComputationLinker.Known {

    @Override
    public boolean isKnown(int layer, ComputationDraft draft) {
      return layer < layers;
    }

    @Override
    public boolean isOfProgram(int layer) {
      return false;
    }

    @Override
    public void know(ComputationDraft draft) {}
  }

  private record Reading(Computing computing, ParsedScripts parsed) {

    io.retainer.kpi.script.Script script(String name, Path file) {
      return ScriptFiles.contained(
          name, () -> ScriptFiles.read(name, file, parsed, computing.admits(file)));
    }
  }

  private static KpiScriptCheck.Script report(
      io.retainer.kpi.script.Script script, Linking linking) {
    List<KpiProblem> problems = new ArrayList<>(script.problems());
    problems.addAll(linking.problems().getOrDefault(script.file(), List.of()));
    List<Kpi> kpis = new ArrayList<>();
    for (io.retainer.kpi.script.Script.Named kpi : script.kpis()) {
      kpis.add(new Kpi(kpi.id().value(), kpi.at().line(), linking.examples(script, kpi.id())));
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

    /** Why it could not come into force: what is wrong with it, and examples that failed. */
    public List<KpiProblem> faults() {
      return Stream.concat(
              problems.stream(),
              kpis.stream()
                  .flatMap(kpi -> kpi.examples().stream())
                  .filter(example -> !example.passed())
                  .map(example -> example.failure(file)))
          .toList();
    }

    /** Whether nothing is wrong with it because it has no KPI. */
    public boolean isEmpty() {
      return problems.isEmpty() && kpis.isEmpty();
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
   * @param mistakes what common mistakes would give, as written
   */
  public record Example(
      String title,
      int line,
      int column,
      boolean passed,
      String expected,
      String was,
      List<BigDecimal> mistakes) {

    public Example {
      mistakes = List.copyOf(mistakes);
    }

    /** What it gave and should have given, as a problem of its script. */
    public KpiProblem failure(String file) {
      String known =
          mistakes.stream().anyMatch(mistake -> ShownNumber.of(mistake).equals(number(was)))
              ? ", which is the mistake that the example names"
              : "";
      return new KpiProblem(
          file,
          line,
          column,
          "example '" + title + "' gave " + was + known + ", expected " + expected,
          isHundredfold()
              ? "a percentage is a fraction here: "
                  + number(expected)
                  + " % is written "
                  + number(was)
              : "correct the formula or the example");
    }

    /** {@code partial(0.07) (…)} without what stands around its number. */
    private static String number(String value) {
      return value.replaceFirst(" \\(.*", "").replaceFirst("^[a-z]+\\((.*)\\)$", "$1");
    }

    private boolean isHundredfold() {
      try {
        BigDecimal hundredfold = new BigDecimal(number(was)).movePointRight(2);
        return hundredfold.signum() != 0
            && hundredfold.compareTo(new BigDecimal(number(expected))) == 0;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }
}
