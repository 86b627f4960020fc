package io.retainer.kpi.compute;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worker processes: what they answer, and what becomes of those that do not. */
class WorkersTest {

  private static final Workers WORKERS = Workers.of(1, WorkerLimits.USUAL);
  private static final List<Thread> TRYING = new ArrayList<>();

  @AfterAll
  static void end() {
    WORKERS.close();
  }

  private static Answer answer(String text) {
    return WORKERS.ask(
        new Question(
            false,
            new Question.Source(text, 1, 1),
            List.of(
                new Input("months", new double[] {1, 2, 3}, 12, 2026, 8, Sums.TOTAL_AND_MEAN))));
  }

  @Test
  void startNothingUntilTheyAreAsked() {
    try (Workers workers = Workers.of(2, WorkerLimits.USUAL)) {
      assertThat(workers.idle()).isEmpty();
    }
  }

  @Test
  void endWhenNobodyAsksThemAnyMore() {
    WorkerLimits usual = WorkerLimits.USUAL;
    WorkerLimits brief =
        new WorkerLimits(
            usual.heapMegabytes(),
            usual.cpu(),
            usual.still(),
            usual.wall(),
            usual.start(),
            Duration.ofMillis(1));
    try (Workers workers = Workers.of(1, brief)) {
      workers.ask(new Question(false, new Question.Source("1", 1, 1), List.of()));
      for (long id : workers.idle()) {
        ProcessHandle.of(id).ifPresent(worker -> worker.onExit().orTimeout(60, SECONDS).join());
      }
      assertThat(workers.started()).isEqualTo(1);
    }
  }

  @Test
  void doNotRunATextAgainThatHasJustEndedOne() {
    String text = "def i = 0\nwhile (true) { i = 2 - i }";
    assertThat(answer(text)).isInstanceOf(Answer.Failed.class);
    int started = WORKERS.started();

    assertThat(answer(text))
        .isEqualTo(
            new Answer.Failed(
                "it is not run again so soon: a moment ago, it took more than 2 s of processor time"));
    assertThat(WORKERS.started()).isEqualTo(started);
  }

  @Test
  void haveAPlaceForWhatIsKnownToEndHoweverManyTrialsThereAre() {
    try (Workers workers = Workers.of(2, WorkerLimits.USUAL)) {
      List<CompletableFuture<Answer>> trials =
          Stream.of("1", "2", "3").map(each -> begun(workers, endless(each))).toList();
      while (!TRYING.stream().allMatch(WorkersTest::isWaiting)) {
        Thread.onSpinWait();
      }

      Answer answer = workers.ask(question("7"), "of.the-program", true, Losses.ofARequest());

      assertThat(answer).isEqualTo(new Answer.Value(7, Double.NaN, Double.NaN));
      assertThat(trials).filteredOn(trial -> !trial.isDone()).hasSizeGreaterThan(1);
    }
  }

  @Test
  void runATextOnceThatEndsOneHoweverManyAskForItAtATime() {
    try (Workers workers = Workers.of(1, WorkerLimits.USUAL)) {
      List<CompletableFuture<Answer>> trials =
          Stream.of("4", "4").map(each -> begun(workers, endless(each))).toList();

      assertThat(trials)
          .extracting(trial -> ((Answer.Failed) trial.join()).message())
          .containsExactlyInAnyOrder(
              "it took more than 2 s of processor time",
              "it is not run again so soon: a moment ago, it took more than 2 s of processor time");
      assertThat(workers.started()).isEqualTo(1);
    }
  }

  private static String endless(String from) {
    return "def i = " + from + "\nwhile (true) { i = 9 - i }";
  }

  private static Question question(String text) {
    return new Question(false, new Question.Source(text, 1, 1), List.of());
  }

  private static CompletableFuture<Answer> begun(Workers workers, String text) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Thread thread = new Thread(() -> answer.complete(workers.ask(question(text))));
    TRYING.add(thread);
    thread.start();
    return answer;
  }

  /** For its turn or for its answer. */
  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING
        || thread.getState() == Thread.State.TERMINATED;
  }

  @Test
  void endWithTheServerHoweverItEnds() throws Exception {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OneWorker.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = server.inputReader()) {
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      assertThat(worker.isAlive()).isTrue();

      server.destroyForcibly();

      worker.onExit().get(60, SECONDS);
    } finally {
      server.destroyForcibly();
    }
  }

  /** A process that has one worker, and tells its id. */
  static final class OneWorker {
    public static void main(String[] arguments) throws InterruptedException {
      Workers workers = Workers.of(1, WorkerLimits.USUAL);
      workers.ask(new Question(false, new Question.Source("1", 1, 1), List.of()));
      System.out.println(workers.idle().get(0));
      Thread.currentThread().join();
    }
  }

  @Test
  void answerAndStayWarm() {
    assertThat(answer("mean(months.values)"))
        .isEqualTo(new Answer.Value(2, Double.NaN, Double.NaN));
    List<Long> before = WORKERS.idle();
    assertThat(answer("months.last")).isEqualTo(new Answer.Value(3, Double.NaN, Double.NaN));
    assertThat(WORKERS.idle()).isEqualTo(before).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def i = 0\nwhile (true) { i = 1 - i }",
        "def s = 'a'\nwhile (true) { s = s + s }",
        "def l = [1]\nwhile (true) { l.add(l.size()) }",
        "def x = 3.3\nwhile (true) { x = x * x }",
      })
  void areEndedWhenTheyTakeTooMuchAndReplaced(String text) {
    answer("1");
    List<Long> before = WORKERS.idle();

    assertThat(answer(text)).isInstanceOf(Answer.Failed.class);

    assertThat(before)
        .allMatch(id -> ProcessHandle.of(id).filter(ProcessHandle::isAlive).isEmpty());
    assertThat(answer("7")).isEqualTo(new Answer.Value(7, Double.NaN, Double.NaN));
  }

  /** A list that doubles, and one that is asked to be as long as none can be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "def l = [1, 2]\nwhile (true) { l = l + l }",
        "(0..2147483646).take(2147483647).size()",
      })
  void sayHowMuchMemoryThereIsToOneThatNeedsMore(String text) {
    assertThat(answer(text))
        .isEqualTo(
            new Answer.Failed(
                "it needs more memory than a computation may have, which is 64 MiB; its lists or"
                    + " texts grow too large"));
  }

  /** No text can wait for anything; this is what it would look like. */
  @Test
  void thatStandStillKeepNobodyWaiting() throws Exception {
    answer("1");
    String id = WORKERS.idle().get(0).toString();
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/bin/kill")), "a way to stop a process is needed");
    new ProcessBuilder("/bin/kill", "-STOP", id).start().waitFor();

    assertThat(answer("months.last + 5"))
        .isIn(
            new Answer.Failed("it stood still for 2 s"),
            new Answer.Failed("it was not done after 20 s on a busy machine"));
    assertThat(answer("8")).isEqualTo(new Answer.Value(8, Double.NaN, Double.NaN));
  }

  @Test
  void haveNoEnvironmentNoFolderOfTheirOwnAndNothingOfTheServer() throws Exception {
    answer("1");
    Path process = Path.of("/proc", WORKERS.idle().get(0).toString());
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(process), "a Linux is needed");
    assertThat(Files.readAllBytes(process.resolve("environ"))).isEmpty();
    assertThat(process.resolve("cwd").toRealPath())
        .isEqualTo(Path.of(System.getProperty("java.home")).toRealPath());
    String command = Files.readString(process.resolve("cmdline"));
    assertThat(command).contains("-Xmx64m", "compute").doesNotContain("model", "slf4j");
  }
}
