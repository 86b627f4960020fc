package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesakesTest {

  private static final Duration MOST_CPU = Duration.ofSeconds(2);

  @TempDir private Path scripts;

  private List<String> leftOut(String text) throws IOException {
    return new Namesakes(List.of(scripts), List.of()).leftOut("own.groovy", text);
  }

  @Test
  void tellsWhatTheFileOfThatNameHasAndTheTextHasNot() throws IOException {
    Files.writeString(scripts.resolve("own.groovy"), "kpi('a.b') {\n}\n  kpi ( 'a.c' ) {\n}\n");

    assertThat(leftOut("kpi('a.b') {\n}\n")).singleElement().asString().contains("a.c");
    assertThat(leftOut("\n\n\tkpi(\n'a.c') {}\nkpi('a.b') {}")).isEmpty();
  }

  /** A stranger's 60 KB of them kept a thread for 75 seconds. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " ", "\t\n", "kpi\n", "kpi(\n", "kpi('\n", "kpi(", " kpi "})
  void aTextThatRepeatsItselfIsLookedThroughInNoTime(String piece) throws IOException {
    Files.writeString(scripts.resolve("own.groovy"), "kpi('a.b') {\n}\n");
    String text = piece.repeat(300_000) + "count()";
    long before = cpu();

    leftOut(text);

    assertThat(cpu() - before).isLessThan(MOST_CPU.toNanos());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
