package io.retainer.app.shell;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The sentences that source code is written to say, read from it without running it: literals put
 * together by {@code +}, {@code formatted} and conditions, by constants and methods of the same
 * file, with {@link #HOLE} in the place of what is known only when it runs.
 */
final class Sentences {

  /** Stands for what is known only when it runs. */
  static final String HOLE = "\uFFFC";

  private static final Pattern SLOT = Pattern.compile("%(?:[0-9.,]*[sd]|%|n)");

  /** Of a sentence with many conditions. */
  private static final int MOST_WAYS = 64;

  private static final int DEEPEST = 4;

  private final String file;
  private final Map<String, ExpressionTree> constants = new HashMap<>();
  private final Map<String, List<ExpressionTree>> returned = new HashMap<>();

  private Sentences(Path file) {
    this.file = file.getFileName().toString();
  }

  /**
   * @param thrownAs what refuses with it, like {@code Refusal}; empty for any other text
   */
  record Sentence(String file, String thrownAs, String text) {}

  /** All of the files, whose paths are folders or files. */
  static List<Sentence> of(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      try (Stream<Path> found = Files.walk(path)) {
        found.filter(each -> each.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<Sentence> all = new ArrayList<>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        new Sentences(Path.of(unit.getSourceFile().getName())).read(unit, all);
      }
    }
    return all;
  }

  private void read(CompilationUnitTree unit, List<Sentence> all) {
    unit.accept(new Declarations(), null);
    unit.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitNewClass(NewClassTree made, Void none) {
            say(made.getIdentifier().toString(), made.getArguments());
            return super.visitNewClass(made, none);
          }

          @Override
          public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            String by =
                call.getMethodSelect() instanceof MemberSelectTree select
                    ? select.getExpression().toString()
                    : call.getMethodSelect().toString();
            say(by, call.getArguments());
            return super.visitMethodInvocation(call, none);
          }

          @Override
          public Void visitLambdaExpression(LambdaExpressionTree lambda, Void none) {
            if (lambda.getBody() instanceof ExpressionTree body) {
              say("", List.of(body));
            }
            return super.visitLambdaExpression(lambda, none);
          }

          @Override
          public Void visitVariable(VariableTree variable, Void none) {
            if (variable.getInitializer() != null) {
              say("", List.of(variable.getInitializer()));
            }
            return super.visitVariable(variable, none);
          }

          @Override
          public Void visitReturn(ReturnTree returns, Void none) {
            if (returns.getExpression() != null) {
              say("", List.of(returns.getExpression()));
            }
            return super.visitReturn(returns, none);
          }

          private void say(String by, List<? extends ExpressionTree> arguments) {
            for (ExpressionTree argument : arguments) {
              for (String text : ways(argument, 0)) {
                all.add(new Sentence(file, by, text));
              }
            }
          }
        },
        null);
  }

  /** Finds what names of the file stand for. */
  private final class Declarations extends TreeScanner<Void, String> {

    @Override
    public Void visitClass(ClassTree type, String method) {
      return super.visitClass(type, "");
    }

    @Override
    public Void visitVariable(VariableTree variable, String method) {
      if (variable.getInitializer() != null) {
        constants.putIfAbsent(variable.getName().toString(), variable.getInitializer());
      }
      return super.visitVariable(variable, method);
    }

    @Override
    public Void visitMethod(MethodTree declared, String method) {
      return super.visitMethod(declared, declared.getName().toString());
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree lambda, String method) {
      return super.visitLambdaExpression(lambda, "");
    }

    @Override
    public Void visitReturn(ReturnTree returns, String method) {
      if (method != null && !method.isEmpty() && returns.getExpression() != null) {
        returned.computeIfAbsent(method, key -> new ArrayList<>()).add(returns.getExpression());
      }
      return super.visitReturn(returns, method);
    }
  }

  /** What an expression may come out as. */
  private Set<String> ways(Tree expression, int depth) {
    Set<String> ways = new LinkedHashSet<>();
    if (expression instanceof LiteralTree literal && literal.getValue() != null) {
      ways.add(literal.getValue().toString());
    } else if (expression instanceof ParenthesizedTree inner) {
      ways.addAll(ways(inner.getExpression(), depth));
    } else if (expression instanceof ConditionalExpressionTree either) {
      ways.addAll(ways(either.getTrueExpression(), depth));
      ways.addAll(ways(either.getFalseExpression(), depth));
    } else if (expression instanceof SwitchExpressionTree choice) {
      choice.getCases().forEach(each -> ways.addAll(ways(each.getBody(), depth)));
    } else if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      Set<String> right = ways(sum.getRightOperand(), depth);
      ways(sum.getLeftOperand(), depth)
          .forEach(left -> right.forEach(each -> ways.add(left + each)));
    } else if (expression instanceof IdentifierTree name
        && depth < DEEPEST
        && constants.containsKey(name.getName().toString())) {
      ways.addAll(ways(constants.get(name.getName().toString()), depth + 1));
    } else if (expression instanceof MethodInvocationTree call) {
      ways.addAll(called(call, depth));
    }
    if (ways.isEmpty() || ways.size() > MOST_WAYS) {
      return Set.of(HOLE);
    }
    return ways;
  }

  private Set<String> called(MethodInvocationTree call, int depth) {
    Set<String> ways = new LinkedHashSet<>();
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("formatted")) {
      List<Set<String>> arguments =
          call.getArguments().stream().map(each -> ways(each, depth)).toList();
      ways(select.getExpression(), depth).forEach(text -> ways.addAll(filled(text, arguments)));
    } else if (depth < DEEPEST) {
      String method = call.getMethodSelect().toString();
      returned.getOrDefault(method, List.of()).forEach(each -> ways.addAll(ways(each, depth + 1)));
    }
    return ways;
  }

  private static Set<String> filled(String format, List<Set<String>> arguments) {
    Set<String> filled = Set.of("");
    Matcher slot = SLOT.matcher(format);
    int from = 0;
    int next = 0;
    while (slot.find()) {
      String before = format.substring(from, slot.start());
      from = slot.end();
      Set<String> values =
          slot.group().equals("%%")
              ? Set.of("%")
              : next < arguments.size() ? arguments.get(next++) : Set.of(HOLE);
      Set<String> longer = new LinkedHashSet<>();
      filled.forEach(left -> values.forEach(value -> longer.add(left + before + value)));
      filled = longer;
    }
    String rest = format.substring(from);
    Set<String> whole = new LinkedHashSet<>();
    filled.forEach(left -> whole.add(left + rest));
    return whole;
  }
}
