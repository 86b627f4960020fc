package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name : List.of("b.csv", "a.csv", "notes.txt", ".hidden", "2026/orders[1].csv")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  @Test
  void aFolderMeansItsFilesByNameWithoutHiddenOnes() throws IOException {
    assertThat(found(".")).containsExactly("2026/orders[1].csv", "a.csv", "b.csv", "notes.txt");
  }

  @Test
  void aPatternTheShellLeftAloneIsUnderstood() throws IOException {
    assertThat(found("*.csv")).containsExactly("a.csv", "b.csv");
    assertThat(found("**.csv")).containsExactly("2026/orders[1].csv", "a.csv", "b.csv");
  }

  @Test
  void aNameWithBracketsThatIsThereIsThatFile() throws IOException {
    assertThat(found("2026/orders[1].csv")).containsExactly("2026/orders[1].csv");
  }

  @Test
  void aFileNamedTwiceIsTakenOnce() throws IOException {
    assertThat(found("b.csv", "*.csv")).containsExactly("b.csv", "a.csv");
  }

  @Test
  void whatMatchesNothingIsWrongUsage() {
    assertThatThrownBy(() -> found("*.xlsx")).hasMessage("No file matches *.xlsx");
    assertThatThrownBy(() -> found("gone.csv")).hasMessage("There is no file gone.csv");
  }

  private List<String> found(String... names) throws IOException {
    return new NamedFiles(folder)
        .find(List.of(names)).stream().map(file -> folder.relativize(file).toString()).toList();
  }
}
