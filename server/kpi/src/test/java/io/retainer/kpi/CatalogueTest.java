package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agencies are asked for is there, and each definition says what it is not. */
class CatalogueTest {

  private static final Path NAMES = Path.of("src", "test", "resources", "catalogue", "scripts.txt");
  private static final Set<String> LANGUAGES = Set.of("en", "ru", "be", "fi");

  private static List<KpiDescriptor> shipped;

  @BeforeAll
  static void read(@TempDir Path folder) {
    shipped =
        KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder).definitions().stream()
            .map(KpiDefinition::descriptor)
            .toList();
  }

  /** Scripts by the name in the catalogue. */
  private static Map<String, List<String>> names() throws IOException {
    Map<String, List<String>> names = new TreeMap<>();
    for (String line : Files.readAllLines(NAMES)) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(": ");
        names.put(parts[0], Arrays.asList(parts[1].split(" ")));
      }
    }
    return names;
  }

  @Test
  void everyNameOfTheCatalogueHasItsKpi() throws IOException {
    Set<String> ids = shipped.stream().map(kpi -> kpi.id().value()).collect(Collectors.toSet());
    Map<String, Set<String>> missing = new TreeMap<>();
    names()
        .forEach(
            (name, scripts) -> {
              Set<String> absent = new TreeSet<>(scripts);
              absent.removeAll(ids);
              if (!absent.isEmpty()) {
                missing.put(name, absent);
              }
            });

    assertThat(names()).hasSizeGreaterThan(100);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyKpiIsNamedAndDescribedInAllLanguages() {
    assertThat(shipped)
        .allSatisfy(
            kpi -> {
              assertThat(kpi.title()).as(kpi.id().value()).containsOnlyKeys(LANGUAGES);
              assertThat(kpi.about()).as(kpi.id().value()).containsOnlyKeys(LANGUAGES);
            });
  }

  @Test
  void everyKpiHasAnExampleThatItsCommonMistakeFails() {
    List<String> without =
        KpiScriptCheck.check(
                List.of(BuiltInScriptsTest.SCRIPTS),
                Computing.in(BuiltInScriptsTest.SCRIPTS, Authors.none()))
            .scripts()
            .stream()
            .flatMap(script -> script.kpis().stream())
            .filter(kpi -> kpi.examples().stream().allMatch(e -> e.mistakes().isEmpty()))
            .map(KpiScriptCheck.Kpi::id)
            .toList();

    assertThat(without).as("without an example that has not: …").isEmpty();
  }
}
