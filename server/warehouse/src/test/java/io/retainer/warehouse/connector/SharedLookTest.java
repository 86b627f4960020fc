package io.retainer.warehouse.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.warehouse.fake.AskingConnector;
import io.retainer.warehouse.fake.ConnectorJar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one connector has found out about a file, others need not find again; whose, matters. */
class SharedLookTest {

  /** A file that remembers. */
  private static final class Remembering implements SourceFile {
    private final Map<String, Object> answers = new HashMap<>();

    @Override
    public String name() {
      return "file";
    }

    @Override
    public long size() {
      return 1;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(new byte[] {1});
    }

    @Override
    public List<SourceFile> siblings() {
      return List.of();
    }

    @Override
    public Object once(String question, Look look) throws IOException {
      if (!answers.containsKey(question)) {
        answers.put(question, look.answer());
      }
      return answers.get(question);
    }
  }

  @Test
  void builtInConnectorsShareWhatTheyFindAndAStrangersAnswerMisleadsNoOther(@TempDir Path folder)
      throws IOException {
    Path builtIn = Files.createDirectory(folder.resolve("built-in"));
    Path home = Files.createDirectory(folder.resolve("home"));
    ConnectorJar.write(
        builtIn.resolve("first.jar"), AskingConnector.First.class, AskingConnector.class);
    ConnectorJar.write(
        builtIn.resolve("second.jar"), AskingConnector.Second.class, AskingConnector.class);
    ConnectorJar.write(
        home.resolve("stranger.jar"), AskingConnector.Stranger.class, AskingConnector.class);
    var file = new Remembering();

    try (var library = ConnectorLibrary.open(List.of(builtIn, home))) {
      Map<String, String> told = new HashMap<>();
      for (String id : List.of("stranger", "first", "second")) {
        Recognition.Recognised answer =
            (Recognition.Recognised)
                library.use().find(id).orElseThrow().connector().recognise(file);
        told.put(id, answer.layout());
      }

      assertThat(told)
          .containsEntry("stranger", "found by stranger")
          .containsEntry("first", "found by first")
          .containsEntry("second", "found by first");
    }
  }
}
