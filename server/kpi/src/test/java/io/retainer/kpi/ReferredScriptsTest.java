package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be read beside a script that is checked. */
class ReferredScriptsTest {

  @TempDir Path folder;
  private List<Path> layers;

  @BeforeEach
  void twoLayers() throws IOException {
    Path program = Files.createDirectories(folder.resolve("program/a"));
    Path home = Files.createDirectories(folder.resolve("home"));
    script(program.resolve("one.groovy"), "a.one", "sum(clicks)");
    script(program.resolve("two.groovy"), "a.two", "1 - kpi('a.one')");
    script(program.resolve("three.groovy"), "a.three", "sum(clicks)");
    script(home.resolve("four.groovy"), "a.four", "sum(clicks)");
    script(home.resolve("other.groovy"), "a.one", "sum(impressions)");
    layers = List.of(folder.resolve("program"), home);
  }

  private static Path script(Path file, String id, String value) throws IOException {
    return Files.writeString(
        file,
        """
        kpi('%s') {
          title en: 'A'
          unit count
          better higher
          from search_queries
          value { %s }
        }
        """
            .formatted(id, value));
  }

  private List<String> beside(String value) throws IOException {
    Path checked = script(folder.resolve("checked.groovy"), "a.mine", value);
    return ReferredScripts.of(List.of(checked), layers).scripts().stream()
        .map(script -> script.layer() + " " + script.path())
        .toList();
  }

  @Test
  void areThoseThatItRefersToAndThoseThatTheseReferTo() throws IOException {
    assertThat(beside("sum(clicks)")).isEmpty();
    assertThat(beside("1 - kpi('a.three')")).containsExactly("0 a/three.groovy");
    assertThat(beside("1 - kpi( \"a.two\" )"))
        .containsExactly("0 a/one.groovy", "0 a/two.groovy", "1 other.groovy");
    assertThat(beside("kpi('a.mine')")).as("itself").isEmpty();
  }

  @Test
  void aDefinitionMayBeginOnSeveralLines() throws IOException {
    Path three = folder.resolve("program/a/three.groovy");
    Files.writeString(
        three, Files.readString(three).replace("kpi('a.three')", "kpi(\n  'a.three'\n)"));

    assertThat(beside("1 - kpi('a.three')")).containsExactly("0 a/three.groovy");
  }

  @Test
  void thatOfTheNearestIdIsAmongThem() throws IOException {
    assertThat(beside("1 - kpi('a.thre')")).containsExactly("0 a/three.groovy");
    assertThat(beside("1 - kpi('customers.of-mars')")).isEmpty();
    Path checked = folder.resolve("checked.groovy");
    assertThat(
            KpiScriptCheck.check(
                    List.of(
                        Files.writeString(
                            checked,
                            """
                            kpi('a.mine') {
                              title en: 'A'
                              unit percent
                              better higher
                              value { 1 - kpi('a.thre') }
                            }
                            """)),
                    layers,
                    Computing.in(checked, Authors.none()))
                .scripts()
                .get(0)
                .problems())
        .extracting(KpiProblem::advice)
        .containsExactly("did you mean 'a.three'?");
  }
}
