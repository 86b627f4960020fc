package io.retainer.kpi.script;

import io.retainer.kpi.KpiProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One script file, read. */
public record Script(String file, List<Draft> drafts, List<KpiProblem> problems) {

  public Script {
    drafts = List.copyOf(drafts);
    problems = List.copyOf(problems);
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
    List<Draft> drafts = new ArrayList<>();
    for (Node.Statement statement : parsed.read(file, normal, problems)) {
      definition(statement, problems).ifPresent(drafts::add);
    }
    return new Script(file, drafts, problems.list());
  }

  private static Optional<Draft> definition(Node.Statement statement, Problems problems) {
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
    Node.Call call = (Node.Call) statement.node();
    return new DefinitionReader(problems, Map.of())
        .read(
            (Node.Text) call.arguments().get(0),
            (Node.Block) call.arguments().get(1),
            statement.text());
  }
}
