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
    List<KpiProblem> problems) {

  public Script {
    drafts = List.copyOf(drafts);
    computations = List.copyOf(computations);
    problems = List.copyOf(problems);
  }

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
    return read(file, text, ParsedScripts.none());
  }

  /** Reads a text, with the help of what is known of it. */
  public static Script read(String file, String text, ParsedScripts parsed) {
    Problems problems = new Problems(file);
    String normal = text.replace("\r\n", "\n").replace('\r', '\n');
    if (normal.startsWith("\uFEFF")) {
      normal = normal.substring(1);
    }
    ComputeBlocks blocks = ComputeBlocks.of(normal);
    List<Draft> drafts = new ArrayList<>();
    List<ComputationDraft> computations = new ArrayList<>();
    for (Node.Statement statement : parsed.read(file, blocks.text(), problems)) {
      Optional<Node.Call> kpi = definition(statement, problems);
      if (kpi.isEmpty()) {
        continue;
      }
      Node.Text name = (Node.Text) kpi.get().arguments().get(0);
      Node.Block block = (Node.Block) kpi.get().arguments().get(1);
      if (ComputationReader.isMeant(block)) {
        Place at = kpi.get().at();
        String written = at.in(normal, statement.text().length());
        new ComputationReader(blocks, parsed, problems)
            .read(name, block, written)
            .ifPresent(computations::add);
      } else {
        new DefinitionReader(problems, Map.of())
            .read(name, block, statement.text())
            .ifPresent(drafts::add);
      }
    }
    return new Script(file, drafts, computations, problems.list());
  }

  /** This script for somebody who may not compute: a problem for each computation. */
  public Script withoutComputations() {
    if (computations.isEmpty()) {
      return this;
    }
    Problems refused = new Problems(file);
    problems.forEach(p -> refused.add(new Place(p.line(), p.column()), p.message(), p.advice()));
    computations.forEach(
        one ->
            refused.add(
                new Place(one.source().line(), Math.max(1, one.source().column() - 1)),
                "'compute' needs a right that is off on this server",
                "write value { … }, or have an operator name you, the owner of the file, in retainer.kpi.computations"));
    return new Script(file, drafts, List.of(), refused.list());
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
