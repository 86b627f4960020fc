package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What holds for the template of every page, so that no text of anybody's becomes more than text.
 */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");

  private static List<String> found(String pattern) throws IOException {
    Pattern sought = Pattern.compile(pattern);
    try (Stream<Path> all = Files.walk(TEMPLATES)) {
      return all.filter(file -> file.toString().endsWith(".jte"))
          .flatMap(file -> sought.matcher(text(file)).results().map(MatchResult::group))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  @Test
  void aDrawingOfFiguresIsAllThatIsWrittenAsMarkup() throws IOException {
    assertThat(found("\\$unsafe\\{[^}]*\\}")).containsOnly("$unsafe{card.sparkline()}");
  }

  @Test
  void noPageHasScriptOrStyleWithinIt() throws IOException {
    assertThat(found("<script[^>]*>")).isNotEmpty().allMatch(tag -> tag.contains(" src="));
    assertThat(found("\\s(on[a-z]+|style|srcdoc)=|javascript:")).isEmpty();
  }

  /** Escaped or not, an address that begins with what somebody typed leads wherever they like. */
  @Test
  void addressesBeginWithPathsThatTheServerMakes() throws IOException {
    assertThat(found("\\s(href|src|action|formaction|data)=\"\\$\\{[a-zA-Z.]+"))
        .extracting(each -> each.replaceFirst(".*\\{", ""))
        .isSubsetOf(
            "view.path",
            "view.pathTo",
            "view.back",
            "view.sheets",
            "view.way",
            "view.sortedBy",
            "view.byName",
            "view.providerPath",
            "view.out",
            "view.isNew",
            "view.isConnected",
            "view.id",
            "task.path",
            "section.path",
            "page.asset",
            "line.shown",
            "each.path",
            "each",
            "path",
            "action",
            "base",
            "rows");
  }
}
