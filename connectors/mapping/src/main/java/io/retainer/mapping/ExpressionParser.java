package io.retainer.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the small language of conditions and values. */
final class ExpressionParser {

  /** The text is no expression; {@code at} says where it went wrong. */
  static final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int at;
    private final String expected;

    SyntaxError(int at, String expected) {
      super(expected);
      this.at = at;
      this.expected = expected;
    }

    int at() {
      return at;
    }

    String expected() {
      return expected;
    }
  }

  private record Token(int at, String text, Kind kind) {}

  private enum Kind {
    NUMBER,
    WORD,
    NAME,
    SIGN,
    END
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<NUMBER>\\d+(\\.\\d+)?)|'(?<WORD>(?:[^']|'')*)'|(?<NAME>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<SIGN><=|>=|!=|<>|[-+*()=<>,])");
  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int next;
  private int depth;

  private ExpressionParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws SyntaxError saying where and what was expected
   */
  static Expression parse(String text) {
    var parser = new ExpressionParser(tokens(text));
    Expression found = parser.or();
    if (parser.peek().kind() != Kind.END) {
      throw new SyntaxError(parser.peek().at(), "the end, or a sign such as + or *");
    }
    return found;
  }

  private static List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (matcher.find(at) && matcher.start() == at) {
        for (Kind kind : List.of(Kind.NUMBER, Kind.WORD, Kind.NAME, Kind.SIGN)) {
          if (matcher.group(kind.name()) != null) {
            tokens.add(new Token(at, matcher.group(kind.name()).replace("''", "'"), kind));
          }
        }
        at = matcher.end();
      } else {
        throw new SyntaxError(at, "a column's name, a number or 'text in quotes'");
      }
    }
    tokens.add(new Token(text.length(), "", Kind.END));
    return tokens;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    return tokens.get(next++);
  }

  private boolean takeIf(String text) {
    boolean matches = peek().kind() != Kind.WORD && peek().text().equals(text);
    next += matches ? 1 : 0;
    return matches;
  }

  private void expect(String text) {
    if (!takeIf(text)) {
      throw new SyntaxError(peek().at(), "\"" + text + "\"");
    }
  }

  private Expression or() {
    if (++depth > DEEPEST) {
      throw new SyntaxError(peek().at(), "fewer brackets");
    }
    Expression left = and();
    while (peek().text().equals("or")) {
      left = new Expression.Or(take().at(), left, and());
    }
    depth--;
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (peek().text().equals("and")) {
      left = new Expression.And(take().at(), left, not());
    }
    return left;
  }

  private Expression not() {
    if (peek().kind() == Kind.NAME && peek().text().equals("not")) {
      int at = take().at();
      return new Expression.Not(at, comparison());
    }
    return comparison();
  }

  private Expression comparison() {
    Expression left = sum();
    Token token = peek();
    if (token.kind() == Kind.SIGN && COMPARISONS.contains(token.text())) {
      next++;
      String sign = token.text().equals("<>") ? "!=" : token.text();
      return new Expression.Comparison(token.at(), sign, left, sum());
    }
    if (token.kind() != Kind.NAME) {
      return left;
    }
    return switch (token.text()) {
      case "starts", "ends" -> {
        next++;
        expect("with");
        yield new Expression.TextTest(token.at(), token.text(), left, word());
      }
      case "contains" -> {
        next++;
        yield new Expression.TextTest(token.at(), token.text(), left, word());
      }
      case "is" -> {
        next++;
        yield is(token, left);
      }
      default -> left;
    };
  }

  private Expression is(Token token, Expression left) {
    boolean negated = takeIf("not");
    Expression test;
    if (takeIf("empty")) {
      test = new Expression.IsEmpty(token.at(), left);
    } else if (takeIf("one")) {
      expect("of");
      var words = new ArrayList<String>();
      words.add(word());
      while (takeIf(",")) {
        words.add(word());
      }
      test = new Expression.OneOf(token.at(), left, words);
    } else if (peek().kind() == Kind.NAME) {
      test = new Expression.Same(token.at(), left, factor());
    } else {
      throw new SyntaxError(peek().at(), "\"empty\", \"one of 'a', 'b'\" or a column's name");
    }
    return negated ? new Expression.Not(token.at(), test) : test;
  }

  private String word() {
    if (peek().kind() != Kind.WORD) {
      throw new SyntaxError(peek().at(), "text in quotes, like 'C'");
    }
    return take().text();
  }

  private Expression sum() {
    Expression left = product();
    while (peek().kind() == Kind.SIGN && Set.of("+", "-").contains(peek().text())) {
      Token sign = take();
      left = new Expression.Arithmetic(sign.at(), sign.text().charAt(0), left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = factor();
    while (peek().kind() == Kind.SIGN && peek().text().equals("*")) {
      int at = take().at();
      left = new Expression.Arithmetic(at, '*', left, factor());
    }
    return left;
  }

  private Expression factor() {
    Token token = take();
    return switch (token.kind()) {
      case NUMBER -> new Expression.Figure(token.at(), new BigDecimal(token.text()));
      case WORD -> new Expression.Word(token.at(), token.text());
      case NAME -> named(token);
      case SIGN -> signed(token);
      case END ->
          throw new SyntaxError(token.at(), "a column's name, a number or 'text in quotes'");
    };
  }

  private Expression signed(Token token) {
    if (token.text().equals("(")) {
      Expression inner = or();
      expect(")");
      return inner;
    }
    if (token.text().equals("-") && ++depth < DEEPEST) {
      Expression negated =
          new Expression.Arithmetic(
              token.at(), '-', new Expression.Figure(token.at(), BigDecimal.ZERO), factor());
      depth--;
      return negated;
    }
    throw new SyntaxError(token.at(), "a column's name, a number or 'text in quotes'");
  }

  private Expression named(Token token) {
    if (token.text().equals("none")) {
      return new Expression.None(token.at());
    }
    if (!takeIf("(")) {
      return new Expression.ColumnName(token.at(), token.text());
    }
    var arguments = new ArrayList<Expression>();
    if (!takeIf(")")) {
      arguments.add(sum());
      expect(")");
    }
    return new Expression.Call(token.at(), token.text(), arguments);
  }
}
