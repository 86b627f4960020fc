package io.retainer.kpi.script;

import io.retainer.kpi.KpiProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects everything that is wrong with one script, so that it is reported together. */
public final class Problems {

  private final String file;
  private final List<KpiProblem> problems = new ArrayList<>();
  private final Set<Place> silent = new HashSet<>();

  public Problems(String file) {
    this.file = file;
  }

  public String file() {
    return file;
  }

  public void add(Place at, String message, String advice) {
    if (silent.contains(at)) {
      return;
    }
    problems.add(new KpiProblem(file, at.line(), at.column(), message, advice));
  }

  /** What is wrong there follows from something that is told already. */
  void silence(Set<Place> places) {
    silent.addAll(places);
  }

  public void addForFile(String message, String advice) {
    problems.add(new KpiProblem(file, 0, 0, message, advice));
  }

  /** All of others but what stands where nothing can be known. */
  void addAllBut(Problems others, Set<Place> places) {
    others.list().stream()
        .filter(p -> !places.contains(new Place(p.line(), p.column())))
        .forEach(p -> add(new Place(p.line(), p.column()), p.message(), p.advice()));
  }

  void addAll(Problems others) {
    problems.addAll(others.problems);
  }

  /** A word that should be one of the known ones. */
  public void unknown(Place at, String what, String saw, Iterable<String> known) {
    String advice =
        Nearest.to(saw, known)
            .map(near -> "did you mean '" + near + "'?")
            .orElseGet(
                () ->
                    known.iterator().hasNext()
                        ? "there are " + String.join(", ", known)
                        : "there is none here; leave it out");
    add(at, "unknown " + what + " '" + saw + "'", advice);
  }

  /** Whether anything is wrong on these lines. */
  boolean areWithin(int first, int last) {
    return problems.stream().anyMatch(p -> p.line() >= first && p.line() <= last);
  }

  /** Whether this is told of the line; ten more signs of the same kind are no further mistake. */
  boolean areToldOf(String message, int line) {
    return problems.stream().anyMatch(p -> p.line() == line && p.message().equals(message));
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  public int size() {
    return problems.size();
  }

  public List<KpiProblem> list() {
    return problems.stream()
        .distinct()
        .sorted(Comparator.comparingInt(KpiProblem::line).thenComparingInt(KpiProblem::column))
        .toList();
  }
}
