package io.retainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the WAR holds, which decides what a start costs. */
class PackagedWarIT {

  @Test
  void holdsNothingThatTheContainerSearchesAtEachStart() throws IOException {
    assertThat(names()).noneMatch(name -> name.endsWith(".jar") || name.endsWith(".class"));
    assertThat(names()).doesNotContain("WEB-INF/beans.xml");
  }

  @Test
  void holdsEveryLibraryThatItsClassPathNames() throws IOException {
    List<String> named;
    try (var war = new ZipFile(System.getProperty("retainer.war"))) {
      var descriptor = war.getInputStream(war.getEntry("WEB-INF/payara-web.xml"));
      String text = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
      named = List.of(text.replaceAll("(?s).*extra-class-path=\"([^\"]+)\".*", "$1").split(";"));
    }

    assertThat(named).contains("WEB-INF/libraries/retainer-app.zip");
    assertThat(names()).containsAll(named);
  }

  private static List<String> names() throws IOException {
    try (var war = new ZipFile(System.getProperty("retainer.war"))) {
      return war.stream().map(ZipEntry::getName).toList();
    }
  }
}
