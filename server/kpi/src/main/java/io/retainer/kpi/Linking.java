package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Draft;
import io.retainer.kpi.script.Linker;
import io.retainer.kpi.script.Nearest;
import io.retainer.kpi.script.Problems;
import io.retainer.kpi.script.Script;
import io.retainer.model.kpi.KpiId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Scripts of all layers put together: who overrides whom, what refers to what, and whether the
 * examples hold.
 *
 * @param drafts all definitions, by id
 * @param defined what may be used, by id
 * @param examples what became of the examples, by id
 * @param problems by file
 */
record Linking(
    Map<KpiId, Draft> drafts,
    Map<KpiId, Defined> defined,
    Map<KpiId, List<KpiScriptCheck.Example>> examples,
    Map<String, List<KpiProblem>> problems) {

  /** A script and the layer it stands in. */
  record Layered(int layer, Script script) {}

  /**
   * Links scripts, the lower layers first.
   *
   * @param earlier which of two scripts had an id first
   */
  static Linking of(
      List<Layered> scripts,
      Overlay.Earlier earlier,
      Computing computing,
      ComputationLinker.Known known) {
    Map<String, Problems> problems = new HashMap<>();
    Overlay overlay = Overlay.of(scripts, earlier, problems);
    Map<KpiId, Draft> drafts = overlay.drafts();
    Linker.Result result = Linker.link(drafts);
    result
        .problems()
        .forEach((file, found) -> found.list().forEach(problem -> add(problems, file, problem)));
    Map<KpiId, Defined> defined = new TreeMap<>();
    Map<KpiId, List<KpiScriptCheck.Example>> examples = new HashMap<>();
    result
        .linked()
        .forEach(
            (id, linked) -> {
              Defined candidate = defined(linked);
              List<KpiScriptCheck.Example> ran =
                  Examples.run(
                      linked.draft().examples(), values -> linked(drafts, id, candidate, values));
              examples.put(id, ran);
              if (ran.stream().allMatch(KpiScriptCheck.Example::passed)) {
                defined.put(id, candidate);
              }
            });
    var linker = new ComputationLinker(computing, known, drafts, Map.copyOf(defined));
    var patience = new Patience();
    // Those that need no trial, then those of the program: no slow draft takes them along.
    overlay.computations().values().stream()
        .sorted(
            Comparator.comparing(
                    (Overlay.Layered<ComputationDraft> one) ->
                        !known.isKnown(one.layer(), one.value()))
                .thenComparing(Overlay.Layered::layer)
                .thenComparing(one -> one.value().id()))
        .forEach(
            layered -> {
              KpiId id = layered.value().id();
              Problems own = problems.computeIfAbsent(layered.value().file(), Problems::new);
              ComputationLinker.Result linked =
                  patience.with(layered.value(), own, () -> linker.link(layered, own));
              examples.put(id, linked.examples());
              linked.defined().ifPresent(computed -> defined.put(id, computed));
            });
    Map<String, List<KpiProblem>> lists = new HashMap<>();
    problems.forEach((file, found) -> lists.put(file, found.list()));
    return new Linking(drafts, defined, examples, lists);
  }

  private static Defined linked(
      Map<KpiId, Draft> drafts, KpiId id, Defined plain, Map<String, String> parameters) {
    return parameters.isEmpty() ? plain : with(drafts, parameters).get(id);
  }

  /** What may be used, with a client's values of parameters. */
  Map<KpiId, Defined> with(Map<String, String> parameters) {
    Map<KpiId, Defined> all = with(drafts, parameters);
    all.keySet().retainAll(defined.keySet());
    defined.forEach((id, one) -> one.computation().ifPresent(computation -> all.put(id, one)));
    return all;
  }

  private static Map<KpiId, Defined> with(
      Map<KpiId, Draft> drafts, Map<String, String> parameters) {
    Map<KpiId, Draft> own = new HashMap<>();
    drafts.forEach((id, draft) -> own.put(id, draft.with(parameters)));
    Map<KpiId, Defined> all = new TreeMap<>();
    Linker.link(own).linked().forEach((id, linked) -> all.put(id, defined(linked)));
    return all;
  }

  private static void add(Map<String, Problems> problems, String file, KpiProblem problem) {
    problems
        .computeIfAbsent(file, Problems::new)
        .add(
            new io.retainer.kpi.script.Place(problem.line(), problem.column()),
            problem.message(),
            problem.advice());
  }

  private static Defined defined(Linker.Linked linked) {
    List<Way> ways = new ArrayList<>();
    linked.ways().forEach(way -> ways.add(new Way(way.descriptor(), way.meaning().formula())));
    Draft draft = linked.draft();
    return new Defined(
        new KpiDefinition(ways.get(0).descriptor(), draft.file(), draft.at().line(), draft.text()),
        List.copyOf(ways));
  }

  /**
   * Checks what a client chooses.
   *
   * @throws IllegalArgumentException as {@link KpiLibrary#checkParameter}
   */
  void checkParameter(String name, String value) {
    Set<String> known = new TreeSet<>();
    for (Draft draft : drafts.values()) {
      known.addAll(draft.parameters().keySet());
      if (draft.parameters().containsKey(name)) {
        draft.parameters().get(name).with(value);
      }
    }
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          "No KPI has a parameter \""
              + name
              + "\""
              + Nearest.to(name, known)
                  .map(near -> "; did you mean " + near + "?")
                  .orElse(known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
    }
  }

  /** The failed examples of a file as problems. */
  List<KpiProblem> failures(Script script) {
    List<KpiProblem> failures = new ArrayList<>();
    for (Script.Named kpi : script.kpis()) {
      examples.getOrDefault(kpi.id(), List.of()).stream()
          .filter(example -> !example.passed())
          .forEach(example -> failures.add(example.failure(script.file())));
    }
    return failures;
  }
}
