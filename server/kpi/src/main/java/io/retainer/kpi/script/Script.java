package io.retainer.kpi.script;

import io.retainer.kpi.KpiProblem;
import io.retainer.model.kpi.KpiId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One script file, read. */
public record Script(
    String file,
    List<Draft> drafts,
    List<ComputationDraft> computations,
    List<Unready> unready,
    List<KpiProblem> problems) {

  /** As many as a file may have. */
  public static final int MOST_CHARACTERS = ScriptGuard.MOST_CHARACTERS;

  /** How large a file may be, in words. */
  public static final String LIMITS =
      "a file has at most "
          + MOST_CHARACTERS
          + " characters, "
          + ScriptGuard.MOST_LINES
          + " lines and "
          + Definition.MOST
          + " KPIs";

  private static final int MOST_COMPUTATIONS = 10;

  public Script {
    drafts = List.copyOf(drafts);
    computations = List.copyOf(computations);
    unready = List.copyOf(unready);
    problems = List.copyOf(problems);
  }

  /** One of which all definitions can be used, or none. */
  public Script(
      String file,
      List<Draft> drafts,
      List<ComputationDraft> computations,
      List<KpiProblem> problems) {
    this(file, drafts, computations, List.of(), problems);
  }

  /**
   * A definition that cannot be used.
   *
   * @param references other KPIs that it names
   */
  public record Unready(String id, List<Reference> references) {}

  /** Where a KPI is named. */
  public record Reference(Place at, String id) {}

  /** A KPI and where its definition begins. */
  public record Named(KpiId id, Place at) {}

  /** Everything it defines, in the order of the text. */
  public List<Named> kpis() {
    return Stream.concat(
            drafts.stream().map(draft -> new Named(draft.id(), draft.at())),
            computations.stream().map(draft -> new Named(draft.id(), draft.at())))
        .sorted(Comparator.comparing(Named::at))
        .toList();
  }

  /** Reads a text; what is wrong with it is part of the answer. */
  public static Script read(String file, String text) {
    return read(file, text, ParsedScripts.none(), true);
  }

  /**
   * Reads a text.
   *
   * @param parsed what is known of texts
   * @param mayCompute whether its author may have computations; others' are refused unread
   */
  public static Script read(String file, String text, ParsedScripts parsed, boolean mayCompute) {
    Problems problems = new Problems(file);
    String normal = text.replace("\r\n", "\n").replace('\r', '\n');
    if (normal.startsWith("\uFEFF")) {
      normal = normal.substring(1);
    }
    ComputeBlocks blocks = ComputeBlocks.of(normal);
    List<Draft> drafts = new ArrayList<>();
    List<ComputationDraft> computations = new ArrayList<>();
    List<Unready> unready = new ArrayList<>();
    int computed = 0;
    for (Node.Statement statement : parsed.read(file, blocks.text(), problems)) {
      Optional<Node.Call> kpi = definition(statement, problems);
      if (kpi.isEmpty()) {
        continue;
      }
      Node.Text name = (Node.Text) kpi.get().arguments().get(0);
      Node.Block block = (Node.Block) kpi.get().arguments().get(1);
      if (ComputationReader.isMeant(block) && !mayCompute) {
        refuse(block, problems);
      } else if (ComputationReader.isMeant(block) && computed++ >= MOST_COMPUTATIONS) {
        problems.add(
            kpi.get().at(),
            "more than " + MOST_COMPUTATIONS + " computations in one file",
            "split it");
        break;
      } else if (ComputationReader.isMeant(block)) {
        Place at = kpi.get().at();
        String written = at.in(normal, statement.text().length());
        new ComputationReader(blocks, parsed, problems)
            .read(name, block, written)
            .ifPresentOrElse(computations::add, () -> unready.add(unready(name, block)));
      } else {
        new DefinitionReader(problems, Map.of())
            .read(name, block, statement.text())
            .ifPresentOrElse(drafts::add, () -> unready.add(unready(name, block)));
      }
    }
    return new Script(file, drafts, computations, unready, problems.list());
  }

  private static Unready unready(Node.Text name, Node.Block block) {
    List<Reference> references = new ArrayList<>();
    references(block, references);
    return new Unready(name.text(), references);
  }

  private static void references(Node node, List<Reference> references) {
    if (node instanceof Node.Call call
        && call.word().equals("kpi")
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Node.Text id) {
      references.add(new Reference(id.at(), id.text()));
    }
    Node.parts(node).forEach(part -> references(part, references));
  }

  private static void refuse(Node.Block block, Problems problems) {
    for (Node.Statement statement : block.statements()) {
      if (statement.node() instanceof Node.Call call && call.word().equals("compute")) {
        problems.add(
            call.arguments().isEmpty() ? call.at() : call.arguments().get(0).at(),
            "'compute' needs a right that this text does not have",
            "write value { … }, or put it as a file of yours, which nobody else may write, into the"
                + " home's kpi-scripts, and have an operator name you in"
                + " retainer.kpi.computations; what is typed on a page or sent by a program has no"
                + " owner and may not compute");
      }
    }
  }

  private static Optional<Node.Call> definition(Node.Statement statement, Problems problems) {
    boolean isKpi =
        statement.node() instanceof Node.Call call
            && call.target().isEmpty()
            && call.word().equals("kpi")
            && call.named().isEmpty()
            && call.arguments().size() == 2
            && call.arguments().get(0) instanceof Node.Text
            && call.arguments().get(1) instanceof Node.Block;
    if (!isKpi) {
      problems.add(statement.node().at(), "this is no definition", "write kpi('area.name') { … }");
      return Optional.empty();
    }
    return Optional.of((Node.Call) statement.node());
  }
}
