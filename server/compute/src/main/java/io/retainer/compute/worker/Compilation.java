package io.retainer.compute.worker;

import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import io.retainer.compute.language.ComputationText;
import io.retainer.compute.language.Findings;
import io.retainer.compute.language.Instead;
import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** From an admitted text to a class that is loaded by itself. */
final class Compilation {

  static final String METHOD = "compute";

  /** Transformations that Groovy would apply to everything it compiles; none is wanted. */
  private static final java.util.Set<String> NO_TRANSFORMATIONS =
      java.util.Set.of("groovy.grape.GrabAnnotationTransformation");

  private final Source source;
  private final List<Input> inputs;
  private final Findings findings;
  private ClassNode computation;

  private Compilation(Source source, List<Input> inputs) {
    this.source = source;
    this.inputs = inputs;
    this.findings = new Findings(source.line(), source.column());
  }

  /** Why a text has no class. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final transient List<Finding> findings;

    Refused(List<Finding> findings) {
      super(null, null, false, false);
      this.findings = findings;
    }
  }

  /**
   * @param inputs the series in their order
   * @throws Refused when something in the text is not admitted
   */
  static Compiled of(Source source, List<Input> inputs) throws Refused {
    return new Compilation(source, inputs).compiled();
  }

  private Compiled compiled() throws Refused {
    if (ComputationText.meaningful(source, inputs, findings).isEmpty()) {
      throw new Refused(findings.list());
    }
    var configuration = new CompilerConfiguration();
    configuration.setTargetBytecode(CompilerConfiguration.JDK17);
    configuration.setDisabledGlobalASTTransformations(NO_TRANSFORMATIONS);
    configuration.addCompilationCustomizers(
        new ASTTransformationCustomizer(
            Map.of("extensions", CallCheck.class.getName()), CompileStatic.class));
    try (GroovyClassLoader resolver =
        new GroovyClassLoader(Compilation.class.getClassLoader(), configuration, false)) {
      CompilationUnit unit = new CompilationUnit(configuration, null, resolver);
      unit.addSource("Computation.groovy", ComputationText.atItsPlace(source));
      unit.addPhaseOperation(
          (CompilationUnit.IPrimaryClassNodeOperation) (file, context, type) -> shape(type, file),
          Phases.CONVERSION);
      unit.compile(Phases.CLASS_GENERATION);
      if (computation == null || !CallCheck.hasSeen(computation)) {
        throw new IllegalStateException("A computation was compiled without being checked");
      }
      CodeCheck.strangers(unit.getClasses()).forEach(this::find);
      if (!findings.isEmpty()) {
        throw new Refused(findings.list());
      }
      return Compiled.load(unit.getClasses(), computation.getName(), inputs.size());
    } catch (MultipleCompilationErrorsException e) {
      e.getErrorCollector().getErrors().stream()
          .filter(SyntaxErrorMessage.class::isInstance)
          .map(error -> ((SyntaxErrorMessage) error).getCause())
          .forEach(this::find);
      if (findings.isEmpty()) {
        findings.add(0, 0, "the computation cannot be compiled", "simplify it");
      }
      throw new Refused(findings.list());
    } catch (CompilationFailedException e) {
      findings.add(0, 0, "the computation cannot be compiled", "simplify it");
      throw new Refused(findings.list());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Code knows lines only: the place is where the line begins to say something. */
  private void find(CodeCheck.Stranger stranger) {
    int column =
        ComputationText.atItsPlace(source)
            .lines()
            .skip(Math.max(0, stranger.line() - 1))
            .findFirst()
            .map(line -> line.length() - line.stripLeading().length() + 1)
            .orElse(1);
    findings.add(
        stranger.line(),
        column,
        stranger.isCast()
            ? "a value that may be of one kind or of another, such as a number or a list"
            : "this uses '" + stranger.name() + "', which no list of words names",
        stranger.isCast()
            ? "keep to one kind, on both sides of '?:' and of ':', and in every assignment to a name:"
                + " months.last ?: 0"
            : Instead.GUIDE);
  }

  private void find(SyntaxException cause) {
    CompilerWords words = CompilerWords.of(String.valueOf(cause.getOriginalMessage()));
    findings.add(cause.getStartLine(), cause.getStartColumn(), words.message(), words.advice());
  }

  /** Makes of Groovy's script class one with a single static method over the inputs. */
  private void shape(ClassNode type, SourceUnit file) {
    MethodNode run = type.getMethod("run", Parameter.EMPTY_ARRAY);
    Statement code = run.getCode();
    code.visit(new Decimals(file));
    for (MethodNode method : List.copyOf(type.getMethods())) {
      type.removeMethod(method);
    }
    type.getDeclaredConstructors().clear();
    type.setSuperClass(ClassHelper.make(Words.class));
    type.setScript(false);
    type.setScriptBody(false);
    Parameter[] parameters =
        inputs.stream()
            .map(input -> new Parameter(ClassHelper.make(Series.class), input.name()))
            .toArray(Parameter[]::new);
    type.addMethod(
        METHOD,
        Modifier.PUBLIC | Modifier.STATIC,
        ClassHelper.OBJECT_TYPE,
        parameters,
        ClassNode.EMPTY_ARRAY,
        code);
    computation = type;
  }
}
