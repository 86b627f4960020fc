package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts of a few thousand letters that keep Groovy's parser busy for long, fill its memory, or give
 * a tree that is too deep for a thread of a server.
 */
class StubbornTextsTest {

  private static final Duration MOST_CPU = Duration.ofSeconds(2);

  /** Allocated one after the other, nearly all of it garbage at once: far less is held. */
  private static final long MOST_BYTES = 128L << 20;

  private static final long STACK_OF_A_SERVER = 512L << 10;

  /** Insides of {@code value { … }}. */
  private static final Map<String, String> INSIDES = insides();

  private static Map<String, String> insides() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("a command with thousands of texts", "a" + " \"a\"".repeat(5_801));
    all.put("calls one after the other", "a" + ".a()".repeat(1_450));
    all.put("blocks one after the other", "a" + ".a{}".repeat(1_450));
    all.put("commands with two arguments", " a 1, 2".repeat(1_400));
    all.put("commands with names", " a b: 1".repeat(1_400));
    all.put("commands with blocks", " a {}".repeat(1_900));
    all.put("words", " a".repeat(5_800));
    all.put("numbers", " 1".repeat(5_800));
    all.put("empty blocks", "a" + "{}".repeat(2_900));
    all.put("empty lists", "a" + "[]".repeat(2_900));
    all.put("empty calls", "a" + "()".repeat(2_900));
    all.put("indexes", "a" + "[0]".repeat(1_900));
    all.put("brackets", "(a)".repeat(1_900));
    all.put("brackets and blocks", "(a){}".repeat(1_100));
    all.put("dots", "a" + ".a".repeat(2_900));
    all.put("labels", "a:\n".repeat(2_900) + "a");
    all.put("labels in a line", "a: ".repeat(2_900) + "a");
    all.put("nests on lines", ("{".repeat(13) + "a" + "}".repeat(13) + "\n").repeat(140));
    all.put("nests side by side", ("{".repeat(13) + "a" + "}".repeat(13)).repeat(200));
    all.put("nests with commas", ("{".repeat(13) + "a" + "}".repeat(13) + ",").repeat(200) + "a");
    all.put(
        "a list of nests", "[" + ("{".repeat(12) + "a" + "}".repeat(12) + ",").repeat(190) + "a]");
    all.put("nests of brackets", ("(".repeat(13) + "a" + ")".repeat(13) + "\n").repeat(140));
    all.put("nests of lists", ("[".repeat(13) + "a" + "]".repeat(13) + "\n").repeat(140));
    all.put(
        "nests in calls", "f(" + ("g(".repeat(12) + "a" + ")".repeat(12) + ",").repeat(190) + "a)");
    all.put("blocks in lists", "[" + "{a},".repeat(1_400) + "a]");
    all.put("maps in lists", "[" + "[a:[b:[c:[d:1]]]],".repeat(280) + "a]");
    all.put("semicolons", "a;".repeat(2_900));
    all.put("lines", "a\n".repeat(140));
    all.put("minus signs", "a" + " - -a".repeat(39));
    all.put("declarations in a row", "{}=a*".repeat(11) + "a");
    all.put("declarations in brackets", "a(sum(" + "a(b)/!a='x'\n".repeat(11) + "a))");
    all.put("memberships in a row", "[a] in a*".repeat(12) + "a");
    all.put("memberships on lines", "f(" + "[a] in a*\n".repeat(12) + "a)");
    all.put("lines that go on", "a\n" + "<(a)=(a) in a\n".repeat(12) + "a");
    all.put("lines that go on after a comment", "a // x\n" + "<(a)=(a) in a /* x */\n".repeat(12));
    all.put("empty lines", "a" + "\n".repeat(60_000) + "}");
    all.put("empty lines before a value", "\n".repeat(63_000) + "count()");
    all.put("comments on lines", "//\n".repeat(21_000) + "count()");
    all.put("a comment of lines", "/*" + "\n".repeat(60_000) + "*/ count()");
    all.put("carriage returns", "\r".repeat(30_000) + "count()");
    all.put("open braces", "{".repeat(64_000));
    all.put("open brackets after spaces", " ".repeat(30_000) + "()".repeat(15_000));
    all.put("arrows", "sum(a(a[" + "sum(a)->a in b:a..".repeat(8) + "a]))");
    all.put("products of calls", "where(" + "a(b)*".repeat(39) + "a)");
    all.put("products of maps", "a.b([a.b(a{" + "[a:1]*".repeat(78) + "a})])");
    all.put("not signs", "!".repeat(79) + "a");
    return all;
  }

  static Stream<String> names() {
    return INSIDES.keySet().stream();
  }

  @BeforeAll
  static void groovyIsLoaded() {
    Script.read("warm.groovy", "kpi('a.b') {\n  unit count\n}\n");
  }

  @ParameterizedTest
  @MethodSource("names")
  void areReadInNoTimeOrRefused(String name) throws InterruptedException {
    String text = "kpi('a.b') {\n  value { " + INSIDES.get(name) + " }\n}\n";

    isReadInNoTimeOrRefused(text);
    assertThat(problemsOnAServersThread(text)).isNotEmpty();
  }

  @Test
  void whateverIsRepeatedIsReadInNoTimeOrRefused() throws InterruptedException {
    RepeatedTexts texts = new RepeatedTexts(Long.getLong("seed", 1));
    int count = Integer.getInteger("texts", 3_000);
    for (int i = 0; i < count; i++) {
      String text = texts.next();
      isReadInNoTimeOrRefused(text);
      problemsOnAServersThread(text);
    }
  }

  /** Settings that make a file of 48 KB and more, each time in a definition of its own. */
  static Stream<String> settings() {
    return Stream.of(
        "value { [" + "[[[a]]],".repeat(730) + "a] }",
        "value { [" + "[a],".repeat(110) + "a] }",
        "value { f(" + "(a),".repeat(100) + "a) }",
        "example 'a', rows: [" + "a(a(a())),".repeat(500) + "a], expect: 1");
  }

  /** What one definition may have, a hundred may not have a hundred times. */
  @ParameterizedTest
  @MethodSource("settings")
  void manyDefinitionsAreReadInNoTimeOrRefused(String setting) {
    String text = ("kpi('a.b') {\n  " + setting + "\n}\n").repeat(62_000 / (setting.length() + 20));
    List<ParserThread.Outcome> outcomes = new ArrayList<>();
    Problems problems = new Problems("x");

    GroovySyntax.read("x", text, problems, outcomes::add);

    assertThat(problems.list()).anyMatch(problem -> problem.message().startsWith("more than "));
    assertThat(outcomes.stream().mapToLong(ParserThread.Outcome::bytes).sum())
        .isLessThan(MOST_BYTES);
  }

  private static void isReadInNoTimeOrRefused(String text) {
    List<ParserThread.Outcome> outcomes = new ArrayList<>();
    Measured<List<Node.Statement>> parsed =
        Measured.of(() -> GroovySyntax.read("x", text, new Problems("x"), outcomes::add));

    assertThat(outcomes).as(text).allMatch(one -> one.cpu().compareTo(MOST_CPU) < 0);
    assertThat(outcomes).as(text).allMatch(one -> one.bytes() < MOST_BYTES);
    assertThat(parsed.bytes()).as(text).isLessThan(MOST_BYTES);
    assertThat(parsed.cpu()).as(text).isLessThan(MOST_CPU);
  }

  private static List<?> problemsOnAServersThread(String text) throws InterruptedException {
    AtomicReference<List<?>> problems = new AtomicReference<>(List.of());
    Thread thread =
        new Thread(
            null,
            () -> problems.set(Script.read("x.groovy", text).problems()),
            "server",
            STACK_OF_A_SERVER);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    thread.setUncaughtExceptionHandler((any, error) -> thrown.set(error));
    thread.start();
    thread.join();
    assertThat(thrown.get()).as(text).isNull();
    return problems.get();
  }
}
