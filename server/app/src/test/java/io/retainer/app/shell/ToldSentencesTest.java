package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Sentences.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the code of schedules, reports, checks, deliveries and destinations is written to refuse,
 * pages say in each language; a sentence that is written anew has to be told anew.
 */
class ToldSentencesTest {

  private static final Path APP = Path.of("src/main/java/io/retainer/app");
  private static final Path MODEL = Path.of("../model/src/main/java/io/retainer/model");
  private static final Path WORKSPACE = Path.of("../workspace/src/main/java/io/retainer/workspace");

  private static final List<Path> FILES =
      List.of(
          APP.resolve("data"),
          APP.resolve("composing"),
          APP.resolve("schedules"),
          APP.resolve("reports"),
          APP.resolve("gates"),
          APP.resolve("deliveries"),
          APP.resolve("destinations"),
          APP.resolve("links"),
          APP.resolve("overview"),
          APP.resolve("clients/ClientValues.java"),
          APP.resolve("clients/ClientsPages.java"),
          APP.resolve("access/Gate.java"),
          APP.resolve("access/HurriedStream.java"),
          APP.resolve("shell/Csv.java"),
          APP.resolve("shell/Form.java"),
          APP.resolve("shell/Input.java"),
          APP.resolve("shell/Language.java"),
          MODEL.resolve("mail"),
          MODEL.resolve("client"),
          MODEL.resolve("time"),
          WORKSPACE.resolve("Clients.java"),
          WORKSPACE.resolve("UnknownClientException.java"),
          WORKSPACE.resolve("destinations"));

  /** Texts about files, of which those that are common are told. */
  private static final List<Path> READING =
      List.of(
          Path.of("../../connectors/toolkit/src/main/java"),
          Path.of("../../connectors/mapping/src/main/java"),
          Path.of("../../connectors/tabular/src/main/java"),
          Path.of("../../connectors/ads/src/main/java"),
          Path.of("../../connectors/google/src/main/java"),
          Path.of("../../connectors/reputation/src/main/java"),
          Path.of("../../connectors/social/src/main/java"),
          Path.of("../../connectors/yandex/src/main/java"),
          Path.of("../warehouse/src/main/java/io/retainer/warehouse/imports"));

  /** What it takes to be shown to a person as the reason why something is not done. */
  private static final Set<String> REFUSALS =
      Set.of("IllegalArgumentException", "Refusal", "Problem", "TableProblem", "Read", "runs");

  /** Programs read what is wrong with their calls, and the log what is wrong with settings. */
  private static final Pattern NOT_ON_PAGES =
      Pattern.compile(".*(Api|Json|Settings|ReturnAddress)\\.java");

  /** In the place of what is known only when it runs: some sentences are told word by word. */
  private static final List<String> FILLINGS =
      List.of(
          "…",
          "week",
          "month",
          "quarter",
          "year",
          "folder",
          "webhook",
          "telegram",
          "slack",
          "sftp",
          "sender",
          "reply-to");

  /** What stands before a text that does not say what it is about. */
  private static final List<String> BEFORE = List.of("", "\"…\" ");

  /** Said of what no page can ask for. */
  private static final Set<String> BUGS =
      Set.of(
          "Plain days have no last closed period", "Nobody is allowed to do this: it has no rule.");

  private static List<Sentence> sentences;

  @BeforeAll
  static void read() throws IOException {
    sentences = Sentences.of(FILES);
  }

  @Test
  void everyRefusalIsTold() {
    Set<String> untold =
        sentences.stream()
            .filter(each -> REFUSALS.contains(each.thrownAs()))
            .filter(each -> !NOT_ON_PAGES.matcher(each.file()).matches())
            .filter(each -> each.text().lines().anyMatch(ToldSentencesTest::isUntold))
            .map(each -> each.file() + ": " + each.text().replace(Sentences.HOLE, "{}"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(untold).as("told_en.properties and its translations need these").isEmpty();
  }

  private static boolean isUntold(String text) {
    return hasWords(text) && !BUGS.contains(text) && keys(text).isEmpty();
  }

  @Test
  void everyTextThatIsToldIsOneThatTheCodeSays() throws IOException {
    Set<String> unsaid = new TreeSet<>(Told.keys());
    Stream.concat(
            sentences.stream().map(Sentence::text).filter(ToldSentencesTest::hasWords),
            Sentences.of(READING).stream().map(Sentence::text).filter(text -> !text.isBlank()))
        .distinct()
        .forEach(text -> text.lines().forEach(line -> unsaid.removeAll(keys(line))));

    assertThat(unsaid).as("nobody says these any more").isEmpty();
  }

  /** Not only what is known when it runs, with something between. */
  private static boolean hasWords(String text) {
    return text.replace(Sentences.HOLE, "").matches("(?s).*\\p{L}{2}.* .*");
  }

  private static Set<String> keys(String text) {
    Set<String> keys = new HashSet<>();
    for (String filling : text.contains(Sentences.HOLE) ? FILLINGS : FILLINGS.subList(0, 1)) {
      for (String before : BEFORE) {
        Told.key(before + text.replace(Sentences.HOLE, filling)).ifPresent(keys::add);
      }
    }
    return keys;
  }
}
