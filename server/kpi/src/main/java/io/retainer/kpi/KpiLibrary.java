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

/**
 * The KPI scripts of a few folders, of which a later one overrides the earlier ones.
 *
 * <p>Opening reads nothing, and the parser is loaded when it meets a text it does not know. Every
 * question looks at times and sizes of the files first, and reads what changed. A script that is
 * broken does not count; the last text of it that worked does, until it is mended or deleted. Safe
 * for several threads.
 */
public final class KpiLibrary {

  private final List<Path> layers;
  private final Folders folders;
  private final Computing computing;
  private final LastGood lastGood;
  private final Optional<KpiHistory> history;
  private final ParsedScripts parsed;
  private Map<Path, Seen> seen = Map.of();
  private Map<List<Object>, Script> read = Map.of();
  private final Map<List<Object>, Script> needed = new HashMap<>();
  private final ComputationLinker.Known known;
  private Map<KpiId, Defined> inForce = Map.of();
  private Linking linking;
  private final Map<Map<String, String>, Map<KpiId, Defined>> ofClients = new HashMap<>();
  private List<KpiProblem> problems = List.of();
  private boolean isLoaded;

  private KpiLibrary(
      List<Path> layers,
      Path lastGood,
      ParsedScripts parsed,
      Optional<KpiHistory> history,
      Computing computing) {
    this.layers = List.copyOf(layers);
    this.folders = new Folders(this.layers);
    this.history = history;
    this.computing = computing;
    this.lastGood = new LastGood(lastGood);
    this.parsed = parsed;
    this.known = new KnownComputations(computing, this.layers, parsed);
  }

  /**
   * @param layers folders with scripts; a script of a later folder takes the place of the script
   *     with the same relative path, a definition in it that of the definition with the same id. A
   *     folder that does not exist is empty
   * @param lastGood folder that keeps the last text of each script that worked, across restarts
   * @param computing where computations run, and whether those of one's own scripts do
   */
  public static KpiLibrary open(List<Path> layers, Path lastGood, Computing computing) {
    return new KpiLibrary(layers, lastGood, parsedIn(lastGood), Optional.empty(), computing);
  }

  /** Where only the computations of the first folder run. */
  public static KpiLibrary open(List<Path> layers, Path lastGood) {
    return open(layers, lastGood, Computing.in(layers.get(0), Authors.none()));
  }

  /**
   * As {@link #open(List, Path, Computing)}.
   *
   * @param history notes every text that it sees, and every version that comes into force
   */
  public static KpiLibrary open(
      List<Path> layers, Path lastGood, KpiHistory history, Computing computing) {
    return new KpiLibrary(layers, lastGood, parsedIn(lastGood), Optional.of(history), computing);
  }

  private static ParsedScripts parsedIn(Path lastGood) {
    return ParsedScripts.in(lastGood.resolve("parsed"));
  }

  /**
   * Tries the scripts of a folder on top of these. Texts that this library knows are not parsed
   * again; what it remembers, and what is in force, stays as it is.
   *
   * @param lastGood as of {@link #open(List, Path, Computing)}, for the trial alone
   */
  public KpiTrial trial(Path drafts, Path lastGood, Computing trying) {
    List<Path> all = new ArrayList<>(layers);
    all.add(drafts);
    ParsedScripts known = parsed.lentTo(lastGood.resolve("parsed"));
    return new KpiTrial(
        new KpiLibrary(all, lastGood, known, Optional.empty(), trying),
        KpiScriptCheck.check(List.of(drafts), layers, trying, known));
  }

  /** The definitions in force, by id. Reads what changed on disk first. */
  public List<KpiDefinition> definitions() {
    return inForce().values().stream().map(Defined::definition).toList();
  }

  /** What is wrong with the scripts as they are on disk, by file and line. */
  public synchronized List<KpiProblem> problems() {
    refresh();
    return problems;
  }

  synchronized Map<KpiId, Defined> inForce() {
    refresh();
    return inForce;
  }

  /**
   * Checks what a client chooses.
   *
   * @throws IllegalArgumentException naming the parameter nobody has and the nearest one, or what
   *     was expected in the place of the value
   */
  public synchronized void checkParameter(String name, String value) {
    refresh();
    linking.checkParameter(name, value);
  }

  /** What is in force for a client with values of its own for parameters. */
  synchronized Map<KpiId, Defined> inForce(Map<String, String> parameters) {
    refresh();
    return parameters.isEmpty()
        ? inForce
        : ofClients.computeIfAbsent(Map.copyOf(parameters), linking::with);
  }

  /** Picks up what changed on disk. Cheap when nothing did. */
  public synchronized void refresh() {
    Map<String, List<Path>> files = folders.files();
    Map<Path, Seen> now = folders.look(files, seen);
    if (!isLoaded || !now.equals(seen)) {
      load(files, now);
      seen = now;
      isLoaded = true;
    }
  }

  private void load(Map<String, List<Path>> files, Map<Path, Seen> now) {
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
    linking = settle(files, now, chosen, replaced, found);
    chosen.forEach(
        (name, layered) -> {
          if (!replaced.contains(name)) {
            List<Path> versions = files.get(name);
            lastGood.keep(name, now.get(versions.get(versions.size() - 1)).text());
          }
        });
    lastGood.keepOnly(files.keySet());
    inForce = linking.defined();
    found.addAll(leftOut(files, now));
    found.addAll(folders.leadingOut());
    read = Map.copyOf(needed);
    needed.clear();
    parsed.forgetTheRest();
    ofClients.clear();
    history.ifPresent(kept -> new Noting(kept, layers).note(files, now, inForce.values()));
    problems =
        found.stream()
            .distinct()
            .sorted(
                Comparator.comparing(KpiProblem::file)
                    .thenComparingInt(KpiProblem::line)
                    .thenComparingInt(KpiProblem::column))
            .toList();
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

  private List<KpiProblem> leftOut(Map<String, List<Path>> files, Map<Path, Seen> now) {
    Map<String, String> texts = new HashMap<>();
    files.forEach(
        (name, versions) ->
            Optional.ofNullable(now.get(versions.get(versions.size() - 1)))
                .ifPresent(file -> texts.put(name, file.text())));
    var leftOut = new LeftOut(texts, inForce.keySet());
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

  /** Links, and replaces scripts that do not link by what worked before, until all do. */
  private Linking settle(
      Map<String, List<Path>> files,
      Map<Path, Seen> now,
      Map<String, Linking.Layered> chosen,
      Set<String> replaced,
      List<KpiProblem> found) {
    Overlay.Earlier earlier = (name, id) -> had(name, files.get(name), id);
    while (true) {
      Linking linking = Linking.of(inLayerOrder(chosen), earlier, computing, known);
      Set<String> broken = new HashSet<>();
      chosen.forEach(
          (name, layered) -> {
            List<KpiProblem> own = new ArrayList<>();
            own.addAll(linking.problems().getOrDefault(name, List.of()));
            own.addAll(linking.failures(layered.script()));
            if (!own.isEmpty() && !replaced.contains(name)) {
              found.addAll(own);
              broken.add(name);
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

  /** Reads a text once, as long as it is needed. */
  private Script script(String name, Path file, String text) {
    boolean mayCompute = computing.admits(file);
    List<Object> key = List.of(name, text, mayCompute);
    Script known = read.getOrDefault(key, needed.get(key));
    if (known == null) {
      known =
          text.isEmpty()
              ? ScriptFiles.read(name, file, parsed, mayCompute)
              : ScriptFiles.read(name, text, parsed, mayCompute);
    }
    needed.put(key, known);
    return known;
  }
}
