package io.retainer.kpi;

import io.retainer.kpi.script.Chosen;
import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Draft;
import io.retainer.kpi.script.Linker;
import io.retainer.kpi.script.Nearest;
import io.retainer.kpi.script.Problems;
import io.retainer.kpi.script.Script;
import io.retainer.kpi.script.Unforeseen;
import io.retainer.kpi.script.UnknownKpi;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Scripts of all layers put together: who overrides whom, what refers to what, and whether the
 * examples hold.
 *
 * @param drafts all definitions, by id
 * @param defined what may be used, by id
 * @param examples what became of the examples, by id
 * @param files which script the definition stands in, by id
 * @param problems by file
 * @param waiting files with computations of which nothing can be said yet
 */
record Linking(
    Map<KpiId, Draft> drafts,
    Map<KpiId, Defined> defined,
    Map<KpiId, List<KpiScriptCheck.Example>> examples,
    Map<KpiId, String> files,
    Map<String, List<KpiProblem>> problems,
    Set<String> waiting) {

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
    return of(scripts, Set.of(), earlier, computing, known);
  }

  /**
   * @param elsewhere ids of KPIs of scripts that were not read
   */
  static Linking of(
      List<Layered> scripts,
      Set<String> elsewhere,
      Overlay.Earlier earlier,
      Computing computing,
      ComputationLinker.Known known) {
    Map<String, Problems> problems = new HashMap<>();
    Overlay overlay = Overlay.of(scripts, earlier, problems);
    Map<KpiId, Draft> drafts = overlay.drafts();
    Set<String> unready = new TreeSet<>();
    scripts.forEach(one -> one.script().unready().forEach(kpi -> unready.add(kpi.id())));
    Set<String> named = new TreeSet<>(elsewhere);
    Stream.of(drafts.keySet(), overlay.computations().keySet())
        .flatMap(Set::stream)
        .forEach(id -> named.add(id.value()));
    UnknownKpi unknown = new UnknownKpi(named);
    for (Layered one : scripts) {
      Problems own = problems.computeIfAbsent(one.script().file(), Problems::new);
      one.script().unready().stream()
          .flatMap(kpi -> kpi.references().stream())
          .filter(other -> !named.contains(other.id()) && !unready.contains(other.id()))
          .forEach(other -> unknown.report(other.at(), other.id(), own));
    }
    Linker.Result result =
        Linker.link(drafts, new Linker.Others(overlay.computations().keySet(), unready, elsewhere));
    result
        .problems()
        .forEach((file, found) -> found.list().forEach(problem -> add(problems, file, problem)));
    Map<KpiId, Defined> defined = new TreeMap<>();
    Map<KpiId, List<KpiScriptCheck.Example>> examples = new HashMap<>();
    result
        .linked()
        .forEach(
            (id, linked) -> {
              Draft draft = linked.draft();
              Problems own = problems.computeIfAbsent(draft.file(), Problems::new);
              Unforeseen.contained(own, draft.at(), () -> tried(linked, drafts, own, examples))
                  .ifPresent(good -> defined.put(id, good));
            });
    var linker =
        new ComputationLinker(computing, known, drafts, Map.copyOf(defined), unready, unknown);
    var patience = new Patience();
    Set<String> waiting = new TreeSet<>();
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
                  Unforeseen.contained(
                          own,
                          layered.value().at(),
                          () ->
                              Optional.of(
                                  patience.with(
                                      layered.value(), own, () -> linker.link(layered, own))))
                      .orElse(ComputationLinker.Result.NONE);
              examples.put(id, linked.examples());
              if (linked.isWaiting()) {
                waiting.add(layered.value().file());
              }
              linked.defined().ifPresent(computed -> defined.put(id, computed));
            });
    Map<String, List<KpiProblem>> lists = new HashMap<>();
    problems.forEach((file, found) -> lists.put(file, found.list()));
    Map<KpiId, String> files = new HashMap<>();
    drafts.forEach((id, draft) -> files.put(id, draft.file()));
    overlay.computations().forEach((id, layered) -> files.put(id, layered.value().file()));
    return new Linking(drafts, defined, examples, files, lists, waiting);
  }

  /** A definition that may be used: its examples hold. */
  private static Optional<Defined> tried(
      Linker.Linked linked,
      Map<KpiId, Draft> drafts,
      Problems own,
      Map<KpiId, List<KpiScriptCheck.Example>> examples) {
    Draft draft = linked.draft();
    Defined plain = defined(linked);
    int before = own.size();
    List<KpiScriptCheck.Example> ran =
        Examples.run(draft.examples(), example -> with(drafts, plain, example, own));
    examples.put(draft.id(), ran);
    boolean hold = ran.stream().allMatch(KpiScriptCheck.Example::passed);
    return hold && own.size() == before ? Optional.of(plain) : Optional.empty();
  }

  /** With an example's values of parameters; one that is illegal is a problem of the example. */
  private static Optional<Defined> with(
      Map<KpiId, Draft> drafts, Defined plain, Draft.Example example, Problems own) {
    if (example.parameters().isEmpty()) {
      return Optional.of(plain);
    }
    KpiId id = plain.definition().descriptor().id();
    Chosen chosen = Chosen.of(drafts, example.parameters(), Set.of(id));
    Optional<Chosen.Illegal> illegal = Optional.ofNullable(chosen.illegal().get(id));
    illegal.ifPresent(
        value ->
            own.add(
                example.at(),
                "example '%s': %s makes line %d illegal: %s"
                    .formatted(
                        example.title(),
                        value.blamed(),
                        value.problem().line(),
                        value.problem().message()),
                value.problem().advice()));
    return Optional.ofNullable(chosen.linked().get(id)).map(Linking::defined);
  }

  /** What may be used, with a client's values of parameters. */
  Map<KpiId, Defined> with(Map<String, String> parameters) {
    Chosen chosen = Chosen.of(drafts, parameters);
    Map<KpiId, Defined> all = new TreeMap<>();
    defined.forEach(
        (id, plain) -> {
          Linker.Linked linked = chosen.linked().get(id);
          Chosen.Illegal illegal = chosen.illegal().get(id);
          all.put(
              id,
              illegal != null
                  ? plain.without(Reasons.illegal(illegal), parameters)
                  : linked == null ? plain : defined(linked));
        });
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
    linked
        .ways()
        .forEach(way -> ways.add(new Way(way.descriptor(), way.meaning().formula(), way.prices())));
    Draft draft = linked.draft();
    return new Defined(
        new KpiDefinition(ways.get(0).descriptor(), draft.file(), draft.at().line(), draft.text()),
        List.copyOf(ways),
        linked.others());
  }

  /**
   * Checks what a client chooses.
   *
   * @throws IllegalArgumentException as {@link KpiLibrary#checkParameters}
   */
  void checkParameters(Map<String, String> changes, Map<String, String> others) {
    changes.forEach(this::checkParameter);
    Map<String, String> all = new HashMap<>(others);
    all.putAll(changes);
    Chosen.of(drafts, all).illegal().values().stream()
        .filter(illegal -> defined.containsKey(illegal.of()))
        .filter(illegal -> illegal.values().keySet().stream().anyMatch(changes::containsKey))
        .min(Comparator.comparing(Chosen.Illegal::of))
        .ifPresent(
            illegal -> {
              throw new IllegalArgumentException(
                  "Parameter " + illegal.blamed() + " is not possible: " + Reasons.why(illegal));
            });
  }

  Map<String, KpiUnit> parameterUnits() {
    Map<String, KpiUnit> units = new TreeMap<>();
    drafts.values().stream()
        .flatMap(draft -> draft.parameters().entrySet().stream())
        .forEach(one -> one.getValue().unit().ifPresent(unit -> units.put(one.getKey(), unit)));
    return units;
  }

  private void checkParameter(String name, String value) {
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

  /** What became of the examples of a script's KPI; none where another script takes its place. */
  List<KpiScriptCheck.Example> examples(Script script, KpiId id) {
    return script.file().equals(files.get(id)) ? examples.getOrDefault(id, List.of()) : List.of();
  }

  /** The failed examples of a file as problems. */
  List<KpiProblem> failures(Script script) {
    List<KpiProblem> failures = new ArrayList<>();
    for (Script.Named kpi : script.kpis()) {
      examples(script, kpi.id()).stream()
          .filter(example -> !example.passed())
          .forEach(example -> failures.add(example.failure(script.file())));
    }
    return failures;
  }
}
