package io.retainer.kpi.script;

import io.retainer.kpi.KpiProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Groovy as a grammar. A source unit alone is parsed and converted to a tree: no compilation unit
 * is involved, so no annotation, transformation or grab runs, no class is resolved and none made.
 */
final class GroovySyntax {

  /**
   * How many threads read a file one after the other, each as much as a text may allocate: what is
   * written for people is read by one or two.
   */
  private static final int MOST_THREADS = 4;

  /** How often what cannot be read is taken out, to see whether the rest can. */
  private static final int MOST_LOOKS = 4;

  private GroovySyntax() {}

  private static final String MISSING =
      "look for a comma, a bracket, a quote or a sign like + that was forgotten here";
  private static final Pattern UNEXPECTED = Pattern.compile("Unexpected input: '(.*)'");
  private static final Pattern TWICE = Pattern.compile("Duplicated named parameter '(.*)'");

  /** The statements of a script; empty and with problems when it is not one. */
  static List<Node.Statement> read(String file, String text, Problems problems) {
    return read(file, text, problems, outcome -> {});
  }

  /**
   * @param costs learns what the parse took, if there was one
   */
  static List<Node.Statement> read(
      String file, String written, Problems problems, Consumer<ParserThread.Outcome> costs) {
    List<KpiProblem> slips = Slips.of(file, written);
    slips.forEach(p -> problems.add(new Place(p.line(), p.column()), p.message(), p.advice()));
    if (Slips.areHeadings(slips)) {
      return List.of();
    }
    Set<Integer> slipped = Slips.lines(slips);
    TornLines torn = new TornLines(written);
    torn.takeOut(slipped);
    Optional<List<ScriptLimits.Outermost>> blocks = admit(file, torn, slipped, problems);
    if (blocks.isEmpty()) {
      return List.of();
    }
    String text = torn.text();
    slipped.removeIf(torn::isOut);
    List<Definition> definitions = Definition.all(text, blocks.get(), problems);
    List<Node.Statement> statements = new ArrayList<>();
    for (int thread = 0; !definitions.isEmpty(); thread++) {
      if (thread == MOST_THREADS) {
        problems.add(
            definitions.get(0).at(),
            "what stands before this takes as long to be read as all of a file may",
            "put this and what follows into a file of its own");
        return statements;
      }
      List<Definition> rest = definitions;
      AtomicInteger done = new AtomicInteger();
      Problems found = new Problems(file);
      List<Node.Statement> read = new ArrayList<>();
      ParserThread.Outcome outcome =
          ParserThread.run(() -> done.set(each(file, text, rest, slipped, found, read)));
      costs.accept(outcome);
      if (outcome.end() == ParserThread.End.TOO_LONG) {
        problems.addForFile("the script takes too long to read", "simplify it");
        return List.of();
      }
      if (outcome.end() == ParserThread.End.FAILED) {
        problems.addForFile("the script cannot be read", "simplify it or split it");
        return List.of();
      }
      found
          .list()
          .forEach(p -> problems.add(new Place(p.line(), p.column()), p.message(), p.advice()));
      statements.addAll(read);
      definitions = definitions.subList(done.get(), definitions.size());
    }
    return statements;
  }

  /** What may be shown to the parser, without the settings that may not. */
  private static Optional<List<ScriptLimits.Outermost>> admit(
      String file, TornLines torn, Set<Integer> slipped, Problems problems) {
    for (int look = 0; ; look++) {
      Problems guarded = new Problems(file);
      Optional<List<ScriptLimits.Outermost>> blocks = ScriptGuard.admit(torn.text(), guarded);
      Set<Integer> lines = new TreeSet<>();
      for (KpiProblem p : guarded.list()) {
        lines.add(p.line());
        if (!slipped.contains(p.line())) {
          problems.add(new Place(p.line(), p.column()), p.message(), p.advice());
        }
      }
      if (blocks.isPresent() || look == MOST_LOOKS || !torn.takeOut(lines)) {
        return blocks;
      }
    }
  }

  /**
   * Reads the lines of each definition as a script of their own. The grammar looks ahead through a
   * whole block several times over before it knows what it is, so this takes an eighth of the time.
   *
   * @return how many definitions it has come to before the thread has done its share
   */
  private static int each(
      String file,
      String text,
      List<Definition> definitions,
      Set<Integer> slipped,
      Problems problems,
      List<Node.Statement> statements) {
    for (int i = 0; i < definitions.size(); i++) {
      Definition definition = definitions.get(i);
      if (i > 0 && ParserThread.isExhausted()) {
        return i;
      }
      if (slipped.stream().anyMatch(line -> isIn(definition, text, line))) {
        // What is known to be wrong there is said; the parser would say it again, in other words.
        continue;
      }
      Optional<List<Node.Statement>> read = each(file, definition.alone(text), problems);
      if (read.isEmpty()) {
        // Nothing else can be said of it before it is mended.
        continue;
      }
      List<Node.Statement> lines = read.get();
      Node.Block block =
          new Node.Block(definition.blockAt(), lines, definition.inside(text).strip());
      Node.Text id = new Node.Text(definition.idAt(), definition.id());
      statements.add(
          new Node.Statement(
              new Node.Call(
                  definition.at(), Optional.empty(), "kpi", List.of(id, block), List.of()),
              definition.text(text)));
    }
    return definitions.size();
  }

  /** The settings of one definition, but those that cannot be parsed where the others can. */
  private static Optional<List<Node.Statement>> each(String file, String text, Problems problems) {
    TornLines torn = new TornLines(text);
    Problems first = new Problems(file);
    Optional<List<Node.Statement>> read = parse(file, text, first);
    Problems all = first;
    for (int look = 0; read.isEmpty() && look < MOST_LOOKS; look++) {
      if (ParserThread.isExhausted() || !torn.takeOut(lines(all))) {
        break;
      }
      Problems more = new Problems(file);
      more.addAll(all);
      read = parse(file, torn.text(), more);
      all = more;
    }
    problems.addAll(read.isPresent() ? all : first);
    return read;
  }

  private static Set<Integer> lines(Problems problems) {
    Set<Integer> lines = new TreeSet<>();
    problems.list().forEach(problem -> lines.add(problem.line()));
    return lines;
  }

  private static boolean isIn(Definition definition, String text, int line) {
    long lines = definition.text(text).chars().filter(c -> c == '\n').count();
    return line >= definition.at().line() && line <= definition.at().line() + lines;
  }

  /** Empty when it is no script. */
  private static Optional<List<Node.Statement>> parse(String file, String text, Problems problems) {
    var configuration = new CompilerConfiguration();
    var unit = new SourceUnit(file, text, configuration, null, new ErrorCollector(configuration));
    try {
      unit.parse();
      unit.completePhase();
      unit.nextPhase();
      unit.convert();
    } catch (MultipleCompilationErrorsException e) {
      e.getErrorCollector().getErrors().stream()
          .filter(SyntaxErrorMessage.class::isInstance)
          .map(error -> ((SyntaxErrorMessage) error).getCause())
          .forEach(cause -> tell(cause, problems));
      if (problems.isEmpty()) {
        problems.addForFile("the script cannot be read", MISSING);
      }
      return Optional.empty();
    } catch (CompilationFailedException e) {
      problems.addForFile("the script cannot be read", MISSING);
      return Optional.empty();
    }
    ModuleNode module = unit.getAST();
    return Optional.of(new GroovyTree(text, problems).statements(module));
  }

  private static void tell(SyntaxException cause, Problems problems) {
    Matcher twice = TWICE.matcher(Optional.ofNullable(cause.getOriginalMessage()).orElse(""));
    if (twice.find()) {
      problems.add(place(cause), "'" + twice.group(1) + "' stands here twice", "keep one of them");
    } else {
      problems.add(place(cause), words(cause), MISSING);
    }
  }

  private static Place place(SyntaxException cause) {
    return new Place(Math.max(1, cause.getStartLine()), Math.max(1, cause.getStartColumn()));
  }

  /** The parser speaks of its grammar; an author wants to know which sign it is about. */
  private static String words(SyntaxException cause) {
    String message = Optional.ofNullable(cause.getOriginalMessage()).orElse("");
    Matcher sign = UNEXPECTED.matcher(message);
    return sign.find() && !sign.group(1).isBlank()
        ? "something is missing or too much beside '" + sign.group(1).strip() + "'"
        : "this cannot be read";
  }
}
