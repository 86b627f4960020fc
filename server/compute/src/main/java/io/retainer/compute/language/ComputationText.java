package io.retainer.compute.language;

import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/**
 * A computation as a text: guarded, parsed, and its tree compared with the lists. A source unit
 * alone is parsed, so no annotation, transformation or grab runs and no class is made.
 */
public final class ComputationText {

  private ComputationText() {}

  /**
   * Looks at a text.
   *
   * @param inputs names of the series it may use
   * @param findings learns what is not admitted
   */
  public static void findings(Source source, Set<String> inputs, Findings findings) {
    admitted(source, inputs, findings);
  }

  /** The statements of a text whose every node is admitted; else the findings say why not. */
  public static Optional<BlockStatement> admitted(
      Source source, Set<String> inputs, Findings findings) {
    if (!TextGuard.admits(source.text(), source.line(), source.column(), findings)) {
      return Optional.empty();
    }
    Optional<ModuleNode> module = parse(atItsPlace(source), findings);
    if (module.isEmpty()) {
      return Optional.empty();
    }
    boolean onlyStatements =
        module.get().getImports().isEmpty()
            && module.get().getStarImports().isEmpty()
            && module.get().getStaticImports().isEmpty()
            && module.get().getStaticStarImports().isEmpty()
            && module.get().getPackage() == null
            && module.get().getMethods().isEmpty()
            && module.get().getClasses().size() <= 1;
    BlockStatement block = module.get().getStatementBlock();
    if (!onlyStatements) {
      findings.add(0, 0, "the computation declares more than variables", "write statements only");
    } else if (block.isEmpty()) {
      findings.add(0, 0, "the computation is empty", "end it with its value");
    } else {
      new TreeCheck(inputs, findings).check(block);
    }
    return findings.isEmpty() ? Optional.of(block) : Optional.empty();
  }

  /**
   * The statements of a text whose every node is admitted, and which puts nothing together that has
   * no total or mean.
   *
   * @param inputs the series it may use, what their values may be put together by, and as many
   *     values as they have points, or none where that is not known
   */
  public static Optional<BlockStatement> meaningful(
      Source source, List<Input> inputs, Findings findings) {
    Set<String> names = inputs.stream().map(Input::name).collect(Collectors.toSet());
    Optional<BlockStatement> block = admitted(source, names, findings);
    block.ifPresent(new SumCheck(inputs, findings)::check);
    return findings.isEmpty() ? block : Optional.empty();
  }

  /** With empty lines and columns before it, so that places are those of the file. */
  public static String atItsPlace(Source source) {
    return "\n".repeat(source.line() - 1) + " ".repeat(source.column() - 1) + source.text();
  }

  private static Optional<ModuleNode> parse(String text, Findings findings) {
    var configuration = new CompilerConfiguration();
    var unit =
        new SourceUnit("computation", text, configuration, null, new ErrorCollector(configuration));
    try {
      unit.parse();
      unit.completePhase();
      unit.nextPhase();
      unit.convert();
      return Optional.of(unit.getAST());
    } catch (MultipleCompilationErrorsException e) {
      e.getErrorCollector().getErrors().stream()
          .filter(SyntaxErrorMessage.class::isInstance)
          .map(error -> ((SyntaxErrorMessage) error).getCause())
          .forEach(
              cause ->
                  findings.add(
                      cause.getStartLine(),
                      cause.getStartColumn(),
                      String.valueOf(cause.getOriginalMessage()).lines().findFirst().orElse(""),
                      "check brackets and commas"));
    } catch (CompilationFailedException e) {
      findings.add(0, 0, "the computation cannot be read", "check brackets and quotes");
    }
    if (findings.isEmpty()) {
      findings.add(0, 0, "the computation cannot be read", "check brackets and quotes");
    }
    return Optional.empty();
  }
}
