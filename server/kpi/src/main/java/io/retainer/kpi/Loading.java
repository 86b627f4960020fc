package io.retainer.kpi;

import io.retainer.kpi.script.ParsedScripts;
import io.retainer.kpi.script.Script;
import io.retainer.model.kpi.KpiId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes of the files of a library what is in force, and remembers what it has read. */
final class Loading {

  private final Folders folders;
  private final LastGood lastGood;
  private final ParsedScripts parsed;
  private final Optional<KpiHistory> history;
  private final Computing computing;
  private final Trials trials;
  private final ComputationLinker.Known known;
  private Map<List<Object>, Script> read = Map.of();
  private final Map<List<Object>, Script> needed = new HashMap<>();

  Loading(
      Folders folders,
      LastGood lastGood,
      ParsedScripts parsed,
      Optional<KpiHistory> history,
      Computing computing,
      Trials trials,
      Optional<Trials> below) {
    this.folders = folders;
    this.lastGood = lastGood;
    this.parsed = parsed;
    this.history = history;
    this.computing = computing;
    this.trials = trials;
    this.known = new KnownComputations(computing, folders.layers(), parsed, trials, below);
  }

  /** Reads, links and tries what is there. One at a time. */
  Loaded load(Folders.Listing listing, Map<Path, Seen> now) {
    Map<String, List<Path>> files = listing.files();
    List<KpiProblem> found = new ArrayList<>();
    Map<String, Linking.Layered> chosen = new LinkedHashMap<>();
    Set<String> replaced = new HashSet<>();
    files.forEach(
        (name, versions) -> {
          Path file = versions.get(versions.size() - 1);
          if (!now.containsKey(file)) {
            return;
          }
          Script script = script(name, file, now.get(file).text());
          List<KpiProblem> wrong =
              isEmptied(name, versions, script)
                  ? List.of(NoDefinition.anyMore(name))
                  : script.problems();
          if (wrong.isEmpty()) {
            chosen.put(name, new Linking.Layered(folders.layer(file), script));
          } else {
            found.addAll(wrong);
            replaced.add(name);
            replacement(name, versions, now).ifPresent(other -> chosen.put(name, other));
          }
        });
    Map<String, PassedOver> passed = listing.passedOver();
    passed.forEach((name, why) -> found.add(why.problem(name)));
    passed.keySet().stream()
        .filter(name -> !files.containsKey(name))
        .forEach(name -> kept(name).ifPresent(script -> chosen.put(name, script)));
    replaced.addAll(passed.keySet());
    Set<String> waiting = new TreeSet<>();
    Linking linking = settle(files, now, chosen, replaced, found, waiting);
    chosen.forEach(
        (name, layered) -> {
          if (!replaced.contains(name)) {
            List<Path> versions = files.get(name);
            lastGood.keep(name, now.get(versions.get(versions.size() - 1)).text());
          }
        });
    Set<String> present = new HashSet<>(files.keySet());
    present.addAll(passed.keySet());
    lastGood.keepOnly(present);
    Map<KpiId, Defined> inForce = linking.defined();
    found.addAll(leftOut(files, now, inForce.keySet()));
    read = Map.copyOf(needed);
    needed.clear();
    parsed.forgetTheRest();
    trials.forgetTheRest();
    history.ifPresent(
        kept -> new Noting(kept, folders.layers()).note(files, now, inForce.values()));
    return new Loaded(
        linking,
        found.stream()
            .distinct()
            .sorted(
                Comparator.comparing(KpiProblem::file)
                    .thenComparingInt(KpiProblem::line)
                    .thenComparingInt(KpiProblem::column))
            .toList(),
        waiting);
  }

  /** What worked in the place of what is not read now; that is no deletion. */
  private Optional<Linking.Layered> kept(String name) {
    int highest = folders.layers().size() - 1;
    Path file = folders.layers().get(highest).resolve(name);
    return lastGood
        .text(name)
        .map(text -> new Linking.Layered(highest, script(name, file, text)))
        .filter(layered -> layered.script().problems().isEmpty());
  }

  /** Editors that save in two steps leave a file empty for a moment; its KPIs have to stay. */
  private boolean isEmptied(String name, List<Path> versions, Script script) {
    Path file = versions.get(versions.size() - 1);
    return NoDefinition.in(script)
        && (versions.size() > 1
            || lastGood
                .text(name)
                .filter(text -> !script(name, file, text).kpis().isEmpty())
                .isPresent());
  }

  private List<KpiProblem> leftOut(
      Map<String, List<Path>> files, Map<Path, Seen> now, Set<KpiId> inForce) {
    Map<String, String> texts = new HashMap<>();
    files.forEach(
        (name, versions) ->
            Optional.ofNullable(now.get(versions.get(versions.size() - 1)))
                .ifPresent(file -> texts.put(name, file.text())));
    var leftOut = new LeftOut(texts, inForce);
    List<KpiProblem> problems = new ArrayList<>();
    files.forEach(
        (name, versions) -> {
          Path lower = versions.get(Math.max(0, versions.size() - 2));
          if (versions.size() > 1 && now.containsKey(lower)) {
            problems.addAll(leftOut.of(name, script(name, lower, now.get(lower).text())));
          }
        });
    return problems;
  }

  /**
   * Links, and replaces scripts that do not link by what worked before, until all do; those that
   * wait for a trial too, as long as it takes.
   */
  private Linking settle(
      Map<String, List<Path>> files,
      Map<Path, Seen> now,
      Map<String, Linking.Layered> chosen,
      Set<String> replaced,
      List<KpiProblem> found,
      Set<String> waiting) {
    // What stands for a link is what worked.
    Overlay.Earlier earlier =
        (name, id) -> !files.containsKey(name) || had(name, files.get(name), id);
    while (true) {
      Linking linking = Linking.of(inLayerOrder(chosen), earlier, computing, known);
      Set<String> broken = new HashSet<>();
      chosen.forEach(
          (name, layered) -> {
            List<KpiProblem> own = new ArrayList<>();
            own.addAll(linking.problems().getOrDefault(name, List.of()));
            own.addAll(linking.failures(layered.script()));
            boolean isWaiting = linking.waiting().contains(name);
            if ((isWaiting || !own.isEmpty()) && !replaced.contains(name)) {
              found.addAll(own);
              broken.add(name);
              if (isWaiting) {
                waiting.add(name);
              }
            } else if (!own.isEmpty()) {
              found.add(
                  new KpiProblem(
                      name,
                      0,
                      0,
                      "its last good version does not work either",
                      own.get(0).message()));
            }
          });
      if (broken.isEmpty()) {
        return linking;
      }
      for (String name : broken) {
        replaced.add(name);
        Optional<Linking.Layered> other = replacement(name, files.get(name), now);
        other.ifPresentOrElse(script -> chosen.put(name, script), () -> chosen.remove(name));
      }
    }
  }

  private boolean had(String name, List<Path> versions, KpiId id) {
    return lastGood
        .text(name)
        .map(text -> script(name, versions.get(versions.size() - 1), text))
        .filter(script -> script.kpis().stream().anyMatch(kpi -> kpi.id().equals(id)))
        .isPresent();
  }

  private static List<Linking.Layered> inLayerOrder(Map<String, Linking.Layered> chosen) {
    return chosen.values().stream()
        .sorted(Comparator.comparingInt(Linking.Layered::layer))
        .toList();
  }

  /**
   * What worked before: the text kept, else the script of a lower layer that this one overrides.
   */
  private Optional<Linking.Layered> replacement(
      String name, List<Path> versions, Map<Path, Seen> now) {
    Path file = versions.get(versions.size() - 1);
    Optional<Linking.Layered> kept =
        lastGood
            .text(name)
            .map(text -> new Linking.Layered(folders.layer(file), script(name, file, text)))
            .filter(layered -> layered.script().problems().isEmpty());
    if (kept.isPresent() || versions.size() < 2) {
      return kept;
    }
    Path lower = versions.get(versions.size() - 2);
    return Optional.ofNullable(now.get(lower))
        .map(seen -> new Linking.Layered(folders.layer(lower), script(name, lower, seen.text())))
        .filter(layered -> layered.script().problems().isEmpty());
  }

  private Script script(String name, Path file, String text) {
    return ScriptFiles.contained(name, () -> once(name, file, text));
  }

  /** Reads a text once, as long as it is needed. */
  private Script once(String name, Path file, String text) {
    boolean mayCompute = computing.admits(file);
    List<Object> key = List.of(name, text, mayCompute);
    Script known = read.getOrDefault(key, needed.get(key));
    if (known == null) {
      known =
          text.isEmpty()
              ? ScriptFiles.read(name, file, parsed, mayCompute)
              : Script.read(name, text, parsed, mayCompute);
    }
    needed.put(key, known);
    return known;
  }
}
