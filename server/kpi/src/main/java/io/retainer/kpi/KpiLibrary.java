package io.retainer.kpi;

import io.retainer.kpi.script.ParsedScripts;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The KPI scripts of a few folders, of which a later one overrides the earlier ones.
 *
 * <p>Opening reads nothing, and the parser is loaded when it meets a text it does not know. Every
 * question looks at times and sizes of the files first, and reads what changed. A script that is
 * broken does not count; the last text of it that worked does, until it is mended or deleted. What
 * takes long to be tried keeps nobody waiting, and no other script out of force: until then its
 * last text that worked answers. Safe for several threads.
 */
public final class KpiLibrary {

  /** How long a question waits for a change; all but computations that loop are tried sooner. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** As long as there is nothing to answer with. */
  private static final Duration PATIENCE_AT_FIRST = Duration.ofSeconds(30);

  private final List<Path> layers;
  private final Folders folders;
  private final ParsedScripts parsed;
  private final Loading loading;
  private final LastGood lastGood;
  private final Trials trials;
  private final Optional<KpiHistory> history;
  private Map<Path, Seen> seen = Map.of();
  private Map<String, PassedOver> passedOver = Map.of();
  private Loaded loaded;
  private boolean isOutdated;
  private boolean hasAnswered;
  private CompletableFuture<Void> underWay;
  private List<String> changing = List.of();

  private KpiLibrary(
      List<Path> layers,
      LastGood lastGood,
      ParsedScripts parsed,
      Optional<KpiHistory> history,
      Computing computing,
      Optional<Trials> below) {
    this.layers = List.copyOf(layers);
    this.folders = new Folders(this.layers);
    this.parsed = parsed;
    this.history = history;
    this.lastGood = lastGood;
    this.trials = new Trials(Clock.systemUTC(), this::lookAgain);
    this.loading = new Loading(folders, lastGood, parsed, history, computing, trials, below);
  }

  /**
   * @param layers folders with scripts; a script of a later folder takes the place of the script
   *     with the same relative path, a definition in it that of the definition with the same id. A
   *     folder that does not exist is empty
   * @param lastGood folder that keeps the last text of each script that worked, across restarts
   * @param computing where computations run, and whether those of one's own scripts do
   */
  public static KpiLibrary open(List<Path> layers, Path lastGood, Computing computing) {
    return new KpiLibrary(
        layers,
        LastGood.in(lastGood),
        parsedIn(lastGood),
        Optional.empty(),
        computing,
        Optional.empty());
  }

  /** Where only the computations of the first folder run. */
  public static KpiLibrary open(List<Path> layers, Path lastGood) {
    return open(layers, lastGood, Computing.in(layers.get(0), Authors.none()));
  }

  /**
   * As {@link #open(List, Path, Computing)}.
   *
   * @param shipped texts that were parsed when the program was built
   * @param history notes every text that it sees, and every version that comes into force
   */
  public static KpiLibrary open(
      List<Path> layers,
      Path lastGood,
      ParsedScripts shipped,
      KpiHistory history,
      Computing computing) {
    return new KpiLibrary(
        layers,
        LastGood.in(lastGood),
        shipped.lentTo(lastGood.resolve("parsed")),
        Optional.of(history),
        computing,
        Optional.empty());
  }

  private static ParsedScripts parsedIn(Path lastGood) {
    return ParsedScripts.in(lastGood.resolve("parsed"));
  }

  /**
   * Tries the scripts of a folder on top of these. Texts that this library knows are not parsed
   * again, nor computations tried again; what it remembers, and what is in force, stays as it is.
   *
   * @param keeping as {@code lastGood} of {@link #open(List, Path, Computing)}, for the trial alone
   */
  public KpiTrial trial(Path drafts, Path keeping, Computing trying) {
    List<Path> all = new ArrayList<>(layers);
    all.add(drafts);
    ParsedScripts known = parsed.lentTo(keeping.resolve("parsed"));
    return new KpiTrial(
        new KpiLibrary(
            all, lastGood.lentTo(keeping), known, Optional.empty(), trying, Optional.of(trials)),
        KpiScriptCheck.check(List.of(drafts), layers, trying, known));
  }

  /** The definitions in force, by id. Reads what changed on disk first. */
  public List<KpiDefinition> definitions() {
    return inForce().values().stream().map(Defined::definition).toList();
  }

  /** What is wrong with the scripts as they are on disk, by file and line. */
  public List<KpiProblem> problems() {
    return now().problems();
  }

  /**
   * Scripts that changed and are still being tried, by path: nothing can be said of them yet, and
   * until then what was in force stays so. Does not wait for them.
   */
  public List<String> beingTried() {
    synchronized (this) {
      Set<String> tried = new TreeSet<>(change() == null ? List.of() : changing);
      if (loaded != null) {
        tried.addAll(loaded.waiting());
      }
      return List.copyOf(tried);
    }
  }

  private synchronized void lookAgain() {
    isOutdated = true;
  }

  /** What became of the examples of a KPI, in the order of its text. */
  public List<KpiScriptCheck.Example> examples(KpiId kpi) {
    return now().linking().examples().getOrDefault(kpi, List.of());
  }

  /**
   * Writes a script of the highest folder, and is done when it was looked at.
   *
   * @param script path below the folder, with slashes
   * @param author who is answerable for it, as the history tells it
   */
  public void save(String script, String text, String author) throws IOException {
    Path file = layers.get(layers.size() - 1).resolve(script);
    Files.createDirectories(file.getParent());
    // Hidden, so no script; with the rights that any new file has here.
    Path written = file.resolveSibling("." + file.getFileName() + ".saving");
    try {
      Files.writeString(written, text);
      if (history.isPresent()) {
        history.get().saved(script, text, author);
      }
      Files.move(
          written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
    }
    refresh();
  }

  Map<KpiId, Defined> inForce() {
    return now().inForce();
  }

  /**
   * Checks what a client chooses.
   *
   * @param changes values by parameter
   * @param others what else is in force for the client
   * @throws IllegalArgumentException naming the parameter nobody has and the nearest one, what was
   *     expected in the place of a value, or the definition that a value makes illegal and why
   */
  public void checkParameters(Map<String, String> changes, Map<String, String> others) {
    now().linking().checkParameters(changes, others);
  }

  /** What parameters measure, by name, of those that state it. */
  public Map<String, KpiUnit> parameterUnits() {
    return now().linking().parameterUnits();
  }

  /** What is in force for a client with values of its own for parameters. */
  Map<KpiId, Defined> inForce(Map<String, String> parameters) {
    return now().inForce(parameters);
  }

  /** Picks up what changed on disk. Cheap when nothing did. */
  public void refresh() {
    now();
  }

  private Loaded now() {
    long deadline = System.nanoTime() + patience().toNanos();
    while (true) {
      CompletableFuture<Void> change;
      Loaded before;
      synchronized (this) {
        change = change();
        before = loaded;
      }
      if (change == null) {
        if (before.waiting().isEmpty() || !trials.areOver(patience())) {
          return answered(before);
        }
      } else if (before != null && !isOver(change, deadline)) {
        return answered(before);
      } else {
        join(change);
      }
    }
  }

  private synchronized Duration patience() {
    return hasAnswered ? PATIENCE : PATIENCE_AT_FIRST;
  }

  private synchronized Loaded answered(Loaded with) {
    hasAnswered = true;
    return with;
  }

  /** What is being loaded; null when what is there is in force. */
  private CompletableFuture<Void> change() {
    if (underWay == null) {
      Folders.Listing listing = folders.list();
      Map<Path, Seen> now = folders.look(listing.files(), seen);
      boolean isAsBefore = now.equals(seen) && listing.passedOver().equals(passedOver);
      if (loaded == null || isOutdated || !isAsBefore) {
        isOutdated = false;
        CompletableFuture<Void> change = new CompletableFuture<>();
        underWay = change;
        changing = changed(listing.files(), now);
        Thread thread = new Thread(() -> load(change, listing, now), "kpi-scripts");
        thread.setDaemon(true);
        thread.start();
      }
    }
    return underWay;
  }

  private List<String> changed(Map<String, List<Path>> files, Map<Path, Seen> now) {
    return files.entrySet().stream()
        .filter(
            file ->
                file.getValue().stream()
                    .anyMatch(path -> !Objects.equals(seen.get(path), now.get(path))))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private void load(CompletableFuture<Void> change, Folders.Listing listing, Map<Path, Seen> now) {
    try {
      Loaded found = loading.load(listing, now);
      synchronized (this) {
        loaded = found;
        seen = now;
        passedOver = listing.passedOver();
        underWay = null;
      }
      change.complete(null);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        underWay = null;
      }
      change.completeExceptionally(e);
    }
  }

  private static boolean isOver(CompletableFuture<Void> change, long deadline) {
    try {
      change.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return System.nanoTime() < deadline;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void join(CompletableFuture<Void> change) {
    try {
      change.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
