package io.retainer.compute.worker;

import io.retainer.compute.language.Admitted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/**
 * Looks at a computation once the compiler has chosen what each call, operator and property means,
 * and admits what the lists name: one method, one property at a time. What has no such meaning, as
 * a call left to run time, is refused too.
 */
public final class CallCheck extends AbstractTypeCheckingExtension {

  private static final Map<String, String> NAMES = Admitted.TYPES.entries();

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private static final Set<String> NO_METHOD = Set.of("=", "&&", "||");

  public CallCheck(StaticTypeCheckingVisitor visitor) {
    super(visitor);
  }

  @Override
  public void afterVisitClass(ClassNode type) {
    for (MethodNode method : type.getMethods()) {
      if (method.getCode() != null) {
        method.getCode().visit(new Walk());
      }
    }
    type.putNodeMetaData(CallCheck.class, Boolean.TRUE);
  }

  /** Whether a class was looked at. */
  static boolean hasSeen(ClassNode type) {
    return Boolean.TRUE.equals(type.getNodeMetaData(CallCheck.class));
  }

  private static String name(ClassNode type) {
    return NAMES.getOrDefault(type.getName(), type.getName());
  }

  private static String signature(MethodNode method) {
    return method.getName()
        + Arrays.stream(method.getParameters())
            .map(parameter -> name(parameter.getType()))
            .collect(Collectors.joining(",", "(", ")"));
  }

  private void refuse(ASTNode at, String message) {
    addStaticTypeError(message, at);
  }

  private boolean isPlain(Expression expression) {
    ClassNode type = ClassHelper.getWrapper(getType(expression));
    return ClassHelper.isNumberType(type)
        || type.equals(ClassHelper.Boolean_TYPE)
        || type.equals(ClassHelper.Number_TYPE)
        || type.equals(ClassHelper.BigDecimal_TYPE);
  }

  /** One pass over everything that is said. */
  private final class Walk extends CodeVisitorSupport {

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      MethodNode target = chosen(call);
      if (target == null) {
        refuse(call, "'" + call.getMethodAsString() + "' is not known for what it is asked of");
      } else {
        called(target, call.getMethod());
        given(target, call.getArguments());
      }
      super.visitMethodCallExpression(call);
    }

    @Override
    public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
      MethodNode target = chosen(call);
      if (target == null) {
        refuse(call, "'" + call.getMethod() + "' is not known for these arguments");
      } else {
        called(target, call);
        given(target, call.getArguments());
      }
      super.visitStaticMethodCallExpression(call);
    }

    private void called(MethodNode target, ASTNode at) {
      String signature = signature(target);
      boolean isWord =
          target.isStatic()
              && target.getDeclaringClass().getName().equals(Words.class.getName())
              && Admitted.WORDS.has(signature);
      String full = name(target.getDeclaringClass()) + "." + signature;
      if (!isWord && !Admitted.METHODS.has(full)) {
        refuse(at, "the method " + full + " is not admitted");
      }
    }

    /** A block is only a block: Groovy would also make it whatever has a single method. */
    private void given(MethodNode target, Expression arguments) {
      List<Expression> each =
          arguments instanceof TupleExpression tuple ? tuple.getExpressions() : List.of(arguments);
      Parameter[] parameters = target.getParameters();
      for (int i = 0; i < each.size() && i < parameters.length; i++) {
        if (isJoining(target) && !isPlain(each.get(i))) {
          refuse(each.get(i), "'+' between a text and " + words(each.get(i)));
        }
        String wanted = name(parameters[i].getType());
        boolean isBlock = getType(each.get(i)).equals(ClassHelper.CLOSURE_TYPE);
        if (isBlock && !wanted.equals("Closure") && !wanted.equals("Object")) {
          refuse(each.get(i), "a block in the place of " + Kind.of(wanted).one);
        }
      }
    }

    /** A text and whatever there is; of anything but numbers nobody knows how it is written. */
    private boolean isJoining(MethodNode target) {
      return signature(target).equals("plus(Object)")
          && name(target.getDeclaringClass()).equals("CharSequence");
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
      String full =
          name(getType(property.getObjectExpression())) + "." + property.getPropertyAsString();
      if (!Admitted.PROPERTIES.has(full)) {
        refuse(property.getProperty(), "the property " + full + " is not admitted");
      }
      super.visitPropertyExpression(property);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression binary) {
      String operator = binary.getOperation().getText();
      MethodNode target = chosen(binary);
      if (COMPARISONS.contains(operator)) {
        compared(binary);
      } else if (target != null) {
        called(target, binary);
        given(target, binary.getRightExpression());
      } else if (operator.equals("[")) {
        element(binary);
      } else if (!NO_METHOD.contains(operator)
          && !(isPlain(binary.getLeftExpression()) && isPlain(binary.getRightExpression()))) {
        refuse(
            binary,
            "'"
                + operator
                + "' between "
                + words(binary.getLeftExpression())
                + " and "
                + words(binary.getRightExpression()));
      }
      super.visitBinaryExpression(binary);
    }

    /** Values of the listed types compare with each other whatever method does it. */
    private void compared(BinaryExpression binary) {
      for (Expression side : List.of(binary.getLeftExpression(), binary.getRightExpression())) {
        boolean isListed = Admitted.TYPES.has(getType(side).getName());
        boolean isNull =
            side instanceof org.codehaus.groovy.ast.expr.ConstantExpression constant
                && constant.isNullExpression();
        if (!isListed && !isNull) {
          refuse(side, "a comparison with " + words(side));
        }
      }
    }

    /**
     * The n-th of a list; the compiler records no method for it. Of anything else, a name in
     * brackets is a property whose holder is known at run time only.
     */
    private void element(BinaryExpression binary) {
      String holder = name(getType(binary.getLeftExpression()));
      String key = name(getType(binary.getRightExpression()));
      if (!holder.equals("List") || !Set.of("int", "Integer").contains(key)) {
        refuse(
            binary,
            "the brackets after "
                + Kind.of(holder).one
                + " hold "
                + Kind.of(key).one
                + ", which is no number of an element");
      }
    }

    private String words(Expression expression) {
      return Kind.of(name(getType(expression))).one;
    }

    @Override
    public void visitUnaryMinusExpression(UnaryMinusExpression minus) {
      number(minus, minus.getExpression(), "-");
      super.visitUnaryMinusExpression(minus);
    }

    @Override
    public void visitPostfixExpression(PostfixExpression step) {
      number(step, step.getExpression(), "++");
      super.visitPostfixExpression(step);
    }

    @Override
    public void visitPrefixExpression(PrefixExpression step) {
      number(step, step.getExpression(), "++");
      super.visitPrefixExpression(step);
    }

    private void number(ASTNode at, Expression expression, String sign) {
      if (!isPlain(expression)) {
        refuse(at, "'" + sign + "' of " + words(expression) + ", which is no number");
      }
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
      refuse(call, "a new " + name(call.getType()));
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression pointer) {
      refuse(pointer, "a method without a call");
    }

    @Override
    public void visitClassExpression(ClassExpression type) {
      if (!type.getType().getName().equals(Words.class.getName())
          && !type.getType().getSuperClass().getName().equals(Words.class.getName())) {
        refuse(type, "the type " + type.getType().getName());
      }
    }

    @Override
    public void visitCastExpression(CastExpression cast) {
      refuse(cast, "a cast");
    }

    @Override
    public void visitArrayExpression(ArrayExpression array) {
      refuse(array, "an array");
    }
  }

  /** What the compiler recorded as the target of an expression. */
  private static MethodNode chosen(Expression expression) {
    return expression.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
  }
}
