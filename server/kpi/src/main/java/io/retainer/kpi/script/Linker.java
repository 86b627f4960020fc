package io.retainer.kpi.script;

import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.formula.AddedParts;
import io.retainer.kpi.formula.DaysCancel;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Misuse;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the formulas of drafts that refer to each other. */
public final class Linker {

  private static final int MOST_WAYS = 6;
  private static final String CORRECT = "correct that one first";

  private final Map<KpiId, Draft> drafts;
  private final Map<String, Problems> problems = new HashMap<>();
  private final Map<KpiId, Optional<Linked>> linked = new HashMap<>();
  private final Map<KpiId, Fault> faults = new HashMap<>();
  private final Set<KpiId> open = new LinkedHashSet<>();
  private final Set<Formula> seen = AddedParts.nothingSeen();

  private final Others others;

  private Linker(Map<KpiId, Draft> drafts, Others others) {
    this.drafts = drafts;
    this.others = others;
  }

  /**
   * What a formula may name besides definitions that can be used.
   *
   * @param computed what is computed, and so no part of a formula
   * @param unready ids of definitions that cannot be used
   * @param elsewhere ids of KPIs in scripts that nobody has read
   */
  public record Others(Set<KpiId> computed, Set<String> unready, Set<String> elsewhere) {

    static final Others NONE = new Others(Set.of(), Set.of(), Set.of());
  }

  /**
   * A definition whose formulas are known.
   *
   * @param ways descriptor and formula of each way to compute it
   */
  public record Linked(Draft draft, String version, List<LinkedWay> ways, Set<KpiId> others) {}

  /**
   * One way to compute it.
   *
   * @param prices currencies of amounts that parameters state, by parameter
   */
  public record LinkedWay(KpiDescriptor descriptor, Meaning meaning, Map<String, String> prices) {}

  /**
   * Why a definition cannot be used.
   *
   * @param of the definition that is wrong itself: the same, or one that it is made of
   */
  record Fault(KpiId of, KpiProblem problem) {}

  /**
   * @param linked those without problems
   * @param problems by file
   * @param faults what is wrong with the others first of all
   */
  public record Result(
      Map<KpiId, Linked> linked, Map<String, Problems> problems, Map<KpiId, Fault> faults) {}

  public static Result link(Map<KpiId, Draft> drafts, Others others) {
    return link(drafts, others, Map.of(), drafts.keySet());
  }

  /**
   * @param unreadable of which it is known that they cannot be used, and why
   * @param wanted those that are linked, with what they are made of
   */
  static Result link(
      Map<KpiId, Draft> drafts, Map<KpiId, KpiProblem> unreadable, Set<KpiId> wanted) {
    return link(drafts, Others.NONE, unreadable, wanted);
  }

  private static Result link(
      Map<KpiId, Draft> drafts,
      Others others,
      Map<KpiId, KpiProblem> unreadable,
      Set<KpiId> wanted) {
    Linker linker = new Linker(drafts, others);
    unreadable.forEach(
        (id, problem) -> {
          linker.linked.put(id, Optional.empty());
          linker.faults.put(id, new Fault(id, problem));
        });
    Map<KpiId, Linked> good = new LinkedHashMap<>();
    wanted.stream()
        .sorted()
        .forEach(id -> linker.link(id).ifPresent(linked -> good.put(id, linked)));
    return new Result(good, linker.problems, linker.faults);
  }

  /**
   * Says what is wrong with the formulas of a draft that cannot be used anyway, so that all of it
   * is told at once. Other KPIs are not looked at.
   *
   * @param isWhole whether everything that its formulas depend on is known
   */
  static void tell(Draft draft, boolean isWhole, Problems own) {
    Linker alone = new Linker(Map.of(), Others.NONE);
    Unforeseen.contained(own, draft.at(), () -> alone.new Reading(draft, own, true).tell(isWhole));
  }

  private Optional<Linked> link(KpiId id) {
    if (linked.containsKey(id)) {
      return linked.get(id);
    }
    open.add(id);
    Draft draft = drafts.get(id);
    Problems own = new Problems(draft.file());
    Reading reading = new Reading(draft, own, false);
    Optional<Linked> result;
    try {
      result = Unforeseen.contained(own, draft.at(), reading::read);
    } finally {
      open.remove(id);
    }
    linked.put(id, result);
    if (result.isEmpty() && own.isEmpty()) {
      // Whatever it is that nobody thought of: it is this definition's alone.
      own.add(draft.at(), "the formula cannot be read", "write its parts one by one to find which");
    }
    if (result.isEmpty()) {
      faults.put(id, reading.fault());
    }
    problems.computeIfAbsent(draft.file(), Problems::new).addAll(own);
    return result;
  }

  /** Reads one draft. */
  private final class Reading {
    private final Draft draft;
    private final Problems own;
    private final boolean isAlone;
    private final Map<KpiId, Linked> operands = new LinkedHashMap<>();
    private Optional<KpiId> broken = Optional.empty();

    Reading(Draft draft, Problems own, boolean isAlone) {
      this.draft = draft;
      this.own = own;
      this.isAlone = isAlone;
    }

    /** The first thing wrong, or what is wrong with the KPI that it is made of. */
    Fault fault() {
      return broken.map(faults::get).orElseGet(() -> new Fault(draft.id(), own.list().get(0)));
    }

    Optional<Linked> read() {
      int before = own.size();
      List<Meaning> meanings = new ArrayList<>();
      List<Draft.Way> ways = new ArrayList<>();
      formulas(meanings, ways);
      if (own.size() > before || meanings.size() != ways.size()) {
        return Optional.empty();
      }
      Map<String, String> prices = prices();
      check(meanings, ways, prices);
      if (own.size() > before) {
        return Optional.empty();
      }
      String version =
          Version.of(draft.text(), operands.values().stream().map(Linked::version).toList());
      List<LinkedWay> described = new ArrayList<>();
      for (int i = 0; i < ways.size(); i++) {
        described.add(
            new LinkedWay(
                describe(ways.get(i), meanings.get(i), version), meanings.get(i), prices));
      }
      return Optional.of(new Linked(draft, version, described, others()));
    }

    /** What it is made of where no rows of its own are among it. */
    private Set<KpiId> others() {
      return draft.ways().stream().allMatch(way -> way.rows().isEmpty())
          ? operands.keySet()
          : Set.of();
    }

    Optional<Linked> tell(boolean isWhole) {
      List<Meaning> meanings = new ArrayList<>();
      List<Draft.Way> ways = new ArrayList<>();
      formulas(meanings, ways);
      if (isWhole && own.isEmpty() && meanings.size() == ways.size()) {
        check(meanings, ways, prices());
      }
      return Optional.empty();
    }

    private void formulas(List<Meaning> meanings, List<Draft.Way> ways) {
      for (Draft.Way way : draft.ways()) {
        int choices = 1;
        for (int choice = 0; choice < choices && meanings.size() < MOST_WAYS; choice++) {
          read(way, choice).ifPresent(meanings::add);
          ways.add(way);
          if (choice == 0) {
            choices = operands.values().stream().mapToInt(o -> o.ways().size()).max().orElse(1);
          }
        }
      }
    }

    private void check(List<Meaning> meanings, List<Draft.Way> ways, Map<String, String> prices) {
      int before = own.size();
      for (int i = 0; i < ways.size(); i++) {
        int found = own.size();
        misuse(meanings.get(i), ways.get(i));
        if (own.size() == found) {
          new LinkedCheck(draft, own, seen).of(meanings.get(i), meanings.get(0), ways.get(i));
        }
        new ImpossibleRows(draft, own).of(meanings.get(i), ways.get(i));
        if (ways.get(i) != ways.get(0) && own.size() == before) {
          new OtherQuestion(ways.get(0), meanings.get(0), own).of(ways.get(i), meanings.get(i));
        }
      }
      if (own.size() == before) {
        new CutRightly(draft, own).check(meanings.stream().map(Meaning::formula).toList());
      }
      for (int i = 0; i < ways.size() && own.size() == before; i++) {
        new PricesCheck(draft, prices, own).of(meanings.get(i));
      }
      // What is wrong with a formula whichever rows it is of is told first.
      for (int i = 0; i < ways.size() && own.size() == before; i++) {
        new WhichRows(own).of(meanings.get(i), ways.get(i));
      }
    }

    private void misuse(Meaning meaning, Draft.Way way) {
      Place at = way.value().statements().get(0).node().at();
      Misuse.in(meaning.formula(), draft.id().value(), draft.by())
          .ifPresent(misuse -> own.add(at, misuse.message(), misuse.advice()));
    }

    private Optional<Meaning> read(Draft.Way way, int choice) {
      Node node = way.value().statements().get(0).node();
      return new ValueReader(way.rows(), way.fields(), call -> operand(way, call, choice), own)
          .read(node)
          .map(meaning -> Targets.in(draft.unit(), meaning));
    }

    private Optional<Meaning> operand(Draft.Way way, Node.Call call, int choice) {
      boolean wellFormed =
          call.arguments().size() == 1
              && call.named().isEmpty()
              && call.arguments().get(0) instanceof Node.Text;
      if (!wellFormed) {
        own.add(call.at(), "'kpi' without an id", "write kpi('area.name')");
        return Optional.empty();
      }
      if (isAlone) {
        return Optional.empty();
      }
      Node.Text name = (Node.Text) call.arguments().get(0);
      Optional<KpiId> id =
          drafts.keySet().stream().filter(d -> d.value().equals(name.text())).findFirst();
      if (others.computed().stream().anyMatch(other -> other.value().equals(name.text()))) {
        own.add(
            name.at(),
            "'" + name.text() + "' is computed, and what is computed is no part of a formula",
            "take the KPI that it is computed from, or compute this one too");
        return Optional.empty();
      }
      if (id.isEmpty()) {
        missing(name);
        return Optional.empty();
      }
      if (open.contains(id.get())) {
        own.add(name.at(), "goes round in a circle: " + circle(id.get()), "break the circle");
        return Optional.empty();
      }
      Optional<Linked> other = link(id.get());
      if (other.isEmpty()) {
        broken = id;
        own.add(name.at(), "KPI '" + name.text() + "' is " + why(id.get()), CORRECT);
        return Optional.empty();
      }
      operands.put(id.get(), other.get());
      List<LinkedWay> ways = other.get().ways();
      Meaning meaning = ways.get(Math.min(choice, ways.size() - 1)).meaning();
      new NarrowedKpis(own).check(way, call, name, meaning.formula());
      return Optional.of(meaning);
    }

    /** The one to look at, however many are made of each other in between. */
    private String why(KpiId id) {
      return Optional.ofNullable(faults.get(id))
          .map(Fault::of)
          .filter(of -> !of.equals(id))
          .map(of -> "made of '" + of.value() + "', which is broken")
          .orElse("broken itself");
    }

    private void missing(Node.Text name) {
      if (others.unready().contains(name.text())) {
        own.add(name.at(), "KPI '" + name.text() + "' is broken itself", CORRECT);
        return;
      }
      Set<String> known = new TreeSet<>(others.elsewhere());
      drafts.keySet().forEach(id -> known.add(id.value()));
      new UnknownKpi(known).report(name.at(), name.text(), own);
    }

    private String circle(KpiId again) {
      List<KpiId> path = new ArrayList<>(open);
      List<KpiId> circle = new ArrayList<>(path.subList(path.indexOf(again), path.size()));
      circle.add(again);
      return String.join(" -> ", circle.stream().map(KpiId::value).toList());
    }

    private KpiDescriptor describe(Draft.Way way, Meaning meaning, String version) {
      String formula = way.value().text().replaceAll("\\s+", " ");
      formula += way.per().isEmpty() ? "" : " " + way.per();
      formula += way.where().isEmpty() ? "" : " where " + way.where();
      return new KpiDescriptor(
          draft.id(),
          version,
          KpiKind.valueOf(meaning.nature().name()),
          draft.unit(),
          draft.better(),
          way.title(),
          way.about(),
          dataset(way, meaning.formula()),
          formula,
          draft.by(),
          draft.smallBase(),
          parameters(),
          DaysCancel.in(meaning.formula()));
    }

    /** Its own, and those of the KPIs it is made of. */
    private Map<String, String> parameters() {
      Map<String, String> parameters = new LinkedHashMap<>();
      operands
          .values()
          .forEach(other -> parameters.putAll(other.ways().get(0).descriptor().parameters()));
      draft.parameters().forEach((name, parameter) -> parameters.put(name, parameter.text()));
      return parameters;
    }

    /** Of its own parameters, and of those of the KPIs it is made of. */
    private Map<String, String> prices() {
      Map<String, String> prices = new TreeMap<>();
      operands.values().forEach(other -> prices.putAll(other.ways().get(0).prices()));
      draft
          .parameters()
          .forEach((name, one) -> one.currency().ifPresent(code -> prices.put(name, code)));
      return prices;
    }

    private String dataset(Draft.Way way, Formula formula) {
      List<String> names = new ArrayList<>();
      way.rows().ifPresent(rows -> names.add(rows.dataset().name()));
      formula.eachLeaf(leaf -> names.add(Formula.rows(leaf).dataset().name()));
      formula.eachExpectation(model -> names.add(model.rows().dataset().name()));
      return names.get(0);
    }
  }
}
