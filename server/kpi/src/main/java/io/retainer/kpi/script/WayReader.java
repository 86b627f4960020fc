package io.retainer.kpi.script;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads one way to compute a KPI: its rows and its value. */
final class WayReader {

  static final Set<String> SETTINGS =
      Set.of("title", "about", "from", "dated", "where", "history", "per", "value");

  private final Place at;
  private final boolean isTorn;
  private final Node.Block block;
  private final Problems problems;
  private Map<String, String> title = Map.of();
  private Map<String, String> about = Map.of();
  private Dataset dataset;
  private boolean fromIsWrong;
  private boolean isUnknown;
  private boolean areRowsKnown = true;
  private Node.Call where;
  private String whereText = "";
  private Node.Call dated;
  private Node.Call history;
  private Node.Call per;
  private String perText = "";
  private Node.Block value;
  private final Set<String> seen = new HashSet<>();

  /**
   * @param isTorn whether parts of it could not be read, so that nothing is known to be missing
   * @param block all that is said of it
   */
  WayReader(Place at, boolean isTorn, Node.Block block, Problems problems) {
    this.at = at;
    this.isTorn = isTorn;
    this.block = block;
    this.problems = problems;
  }

  /** A setting is there and cannot be read. */
  void lacks(String setting) {
    seen.add(setting);
    areRowsKnown &= !setting.equals("where");
    fromIsWrong |= Set.of("from", "history", "per").contains(setting);
  }

  void take(Node.Call call, String text) {
    seen.add(call.word());
    switch (call.word()) {
      case "title" -> title = DefinitionReader.languages(call, problems);
      case "about" -> about = DefinitionReader.languages(call, problems);
      case "from" -> from(call);
      case "where" -> {
        where = call;
        whereText = text.replaceFirst("^where\\b", "").strip().replaceAll("\\s+", " ");
      }
      case "per" -> {
        per = call;
        perText = text.strip().replaceAll("\\s+", " ");
      }
      case "dated" -> dated = call;
      case "history" -> history = call;
      case "value" -> value = block(call);
      default -> throw new IllegalArgumentException(call.word());
    }
  }

  private Node.Block block(Node.Call call) {
    if (call.arguments().size() == 1
        && call.named().isEmpty()
        && call.arguments().get(0) instanceof Node.Block block
        && block.statements().size() == 1) {
      return block;
    }
    boolean hasLines =
        call.arguments().size() == 1
            && call.arguments().get(0) instanceof Node.Block several
            && several.statements().size() > 1;
    if (hasLines) {
      problems.add(
          call.at(),
          "'value' with several lines",
          goesOn((Node.Block) call.arguments().get(0))
              ? "it is one formula; one that goes on in the next line ends this one with its -"
              : "it is one formula, and names are given in per(…) { … } only; write the parts where"
                  + " they are used");
    } else if (!isTorn) {
      problems.add(call.at(), "'value' without one formula", "write value { sum(clicks) }");
    }
    return null;
  }

  /** A line that begins with a minus stands for itself. */
  private static boolean goesOn(Node.Block lines) {
    return lines.statements().stream()
        .skip(1)
        .anyMatch(line -> line.node() instanceof Node.Prefix minus && minus.operator().equals("-"));
  }

  private void from(Node.Call call) {
    List<String> names = Datasets.all().stream().map(Dataset::name).toList();
    if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Node.Name name) {
      dataset = Datasets.find(name.name()).orElse(null);
      if (dataset == null) {
        MeantDataset meant = MeantDataset.in(block, name);
        meant.report(problems);
        dataset = meant.found().orElse(null);
        isUnknown = dataset == null;
      }
    } else {
      problems.add(
          call.at(), "'from' without one dataset", "it is one of " + String.join(", ", names));
    }
    fromIsWrong |= dataset == null;
  }

  /**
   * @param first the way whose title holds unless this one has its own
   */
  Optional<Draft.Way> read(WayReader first) {
    if (isUnknown) {
      tellWhatNoDatasetHas();
    }
    if (value != null && OtherKpis.areAllOf(value) && OtherKpis.areIn(value)) {
      new NarrowedKpis(problems)
          .inVain(Stream.of(where, dated, history, per).filter(Objects::nonNull));
    }
    takeRowsOf(first);
    if (value == null) {
      if (!isTorn && !seen.contains("value")) {
        problems.add(at, "there is no value", "add value { … }");
      }
      return Optional.empty();
    }
    Map<String, String> ownTitle = title.isEmpty() ? first.title : title;
    Map<String, String> ownAbout = about.isEmpty() ? first.about : about;
    if (ownTitle.isEmpty() && !isTorn && !first.seen.contains("title")) {
      problems.add(at, "the KPI has no title", "add title en: '…'");
    }
    if (fromIsWrong) {
      return Optional.empty();
    }
    if (dataset == null) {
      Optional<Node.Call> rows =
          Stream.of(where, dated, history, per)
              .filter(Objects::nonNull)
              .min(Comparator.comparing(Node.Call::at));
      if (rows.isPresent()) {
        problems.add(
            rows.get().at(),
            "'" + rows.get().word() + "' without 'from'",
            MeantDataset.which(
                Stream.<Node>of(where, dated, history, per, value).filter(Objects::nonNull)));
        return Optional.empty();
      }
      return Optional.of(
          new Draft.Way(at, ownTitle, ownAbout, Optional.empty(), null, "", "", value));
    }
    Fields ofDataset = Fields.of(dataset);
    tellOfHistory(ofDataset);
    ofDataset.tear(namesGivenIn(history));
    Optional<Condition> condition = where == null ? Optional.empty() : condition(ofDataset);
    Optional<String> day = dated == null ? Optional.empty() : dated(ofDataset);
    Optional<History> told =
        history == null
            ? Optional.empty()
            : new HistoryReader(ofDataset, problems).read(history, condition);
    Fields fields = told.map(ofDataset::with).orElse(ofDataset);
    areRowsKnown &= where == null || condition.isPresent();
    if (per == null) {
      RowSet rows = new RowSet(dataset, condition, Optional.empty(), day, told);
      return Optional.of(
          new Draft.Way(
              at, ownTitle, ownAbout, Optional.of(rows), fields, whereText, perText, value));
    }
    Optional<PerReader.Inner> read = new PerReader(fields, problems).read(per);
    read.ifPresent(inner -> inner.fields().tear(namesGivenIn(per)));
    return read.map(
        inner ->
            new Draft.Way(
                at,
                ownTitle,
                ownAbout,
                Optional.of(new RowSet(dataset, condition, Optional.of(inner.perKey()), day, told)),
                inner.fields(),
                whereText,
                perText,
                value));
  }

  private void tellWhatNoDatasetHas() {
    Set<String> given = new HashSet<>(namesGivenIn(history));
    given.addAll(namesGivenIn(per));
    MeantDataset.tellWhatNoneHas(
        Stream.<Node>of(where, dated, history, per, value).filter(Objects::nonNull),
        given,
        problems);
  }

  /** What a history tells is told of rows that are chosen before, and from their own columns. */
  private void tellOfHistory(Fields ofDataset) {
    Set<String> told = new HashSet<>(namesGivenIn(history));
    told.removeIf(ofDataset::has);
    if (where != null) {
      eachOf(
          where,
          told,
          name ->
              problems.add(
                  name.at(),
                  "'" + name.name() + "' is told by 'history', of the rows that 'where' has chosen",
                  "narrow the parts of the value by it, like count().where(n >= 2)"));
    }
    Stream.concat(Stream.ofNullable(dated), whatIsGivenIn(history))
        .forEach(
            node ->
                eachOf(
                    node,
                    told,
                    name ->
                        problems.add(
                            name.at(),
                            "'"
                                + name.name()
                                + "' is told by 'history', and no column of "
                                + dataset.name(),
                            "name a column of the rows")));
  }

  private static void eachOf(Node node, Set<String> names, Consumer<Node.Name> found) {
    if (node instanceof Node.Name name && names.contains(name.name())) {
      found.accept(name);
    }
    Node.parts(node).forEach(part -> eachOf(part, names, found));
  }

  /** Whether its condition could be read, so that it is known which rows it is of. */
  boolean areRowsKnown() {
    return areRowsKnown;
  }

  /** What {@code per} and {@code history} give names to, rightly or not. */
  private static List<String> namesGivenIn(Node.Call setting) {
    return givenIn(setting).map(given -> ((Node.Name) given.left()).name()).toList();
  }

  private static Stream<Node> whatIsGivenIn(Node.Call setting) {
    return givenIn(setting).map(Node.Binary::right);
  }

  private static Stream<Node.Binary> givenIn(Node.Call setting) {
    return Stream.ofNullable(setting)
        .flatMap(call -> call.arguments().stream())
        .filter(Node.Block.class::isInstance)
        .flatMap(block -> ((Node.Block) block).statements().stream())
        .map(Node.Statement::node)
        .filter(Node.Binary.class::isInstance)
        .map(Node.Binary.class::cast)
        .filter(given -> given.left() instanceof Node.Name);
  }

  /** The day that a row is counted on. Counts of a whole day cannot be moved to another one. */
  private Optional<String> dated(Fields fields) {
    if (dated.arguments().size() != 1 || !(dated.arguments().get(0) instanceof Node.Name name)) {
      problems.add(dated.at(), "'dated' without a column", "write dated closed_at");
      return Optional.empty();
    }
    Optional<Fields.Field> field = fields.find(name, problems);
    if (field.isPresent() && (!field.get().isDate() || dataset.key().isEmpty())) {
      problems.add(
          name.at(),
          dataset.key().isEmpty()
              ? "rows of " + dataset.name() + " are counts of their own day"
              : name.name() + " is no date",
          "use 'dated' with a column like closed_at of a dataset like deals");
      return Optional.empty();
    }
    return field.map(Fields.Field::name);
  }

  private Optional<Condition> condition(Fields fields) {
    if (where.arguments().size() != 1 || !where.named().isEmpty()) {
      problems.add(where.at(), "'where' without one condition", "write where status == 'placed'");
      return Optional.empty();
    }
    return new ConditionReader(fields, problems).read(where.arguments().get(0));
  }

  /** Without a {@code from} of its own it is about the KPI's rows, but for what it says itself. */
  private void takeRowsOf(WayReader first) {
    boolean narrows = where != null || dated != null || history != null || per != null;
    if (seen.contains("from") || (!narrows && (value == null || OtherKpis.areAllOf(value)))) {
      return;
    }
    dataset = first.dataset;
    fromIsWrong = first.fromIsWrong;
    dated = dated == null ? first.dated : dated;
    history = history == null ? first.history : history;
    whereText = where == null ? first.whereText : whereText;
    where = where == null ? first.where : where;
    perText = per == null ? first.perText : perText;
    per = per == null ? first.per : per;
  }
}
