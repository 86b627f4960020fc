package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exports of shops, mail platforms and CRMs are full of addresses of people. After the import they
 * stand in the files as they came, under their hash, and nowhere else in the home folder.
 */
class PersonalDataIT {

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  @TempDir Path folder;

  @Test
  void noAddressOfAnExportIsFoundOutsideTheFileAsItCame() throws Exception {
    Path home = folder.resolve("home");
    Path exports = Files.createDirectories(folder.resolve("exports"));
    Set<String> addresses = copied(exports);
    assertThat(addresses).hasSizeGreaterThan(5);

    Launcher.Outcome outcome =
        Launcher.retainer(
            folder,
            "import",
            "--home",
            home,
            "--client",
            "shop",
            "--currency",
            "EUR",
            "--json",
            exports);

    assertThat(outcome.out()).contains("\"partial\"").contains("\"accepted\"");
    assertThat(addresses).noneMatch(outcome.out()::contains).noneMatch(outcome.err()::contains);
    List<String> kept = texts(home.resolve("facts.duckdb"));
    assertThat(kept).hasSizeGreaterThan(100);
    for (String address : addresses) {
      assertThat(kept).noneMatch(text -> text.contains(address));
    }
    for (Path file : others(home)) {
      String bytes =
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT);
      assertThat(addresses).as(file.toString()).noneMatch(bytes::contains);
    }
  }

  /** Fixtures with addresses in them, and one of their rows broken, so that rows are rejected. */
  private static Set<String> copied(Path exports) throws IOException {
    Set<String> addresses = new TreeSet<>();
    int number = 0;
    for (Path fixture : fixtures()) {
      String text = Files.readString(fixture, StandardCharsets.ISO_8859_1);
      List<String> found = new ArrayList<>();
      ADDRESS.matcher(text).results().forEach(each -> found.add(each.group()));
      if (found.isEmpty()) {
        continue;
      }
      found.forEach(each -> addresses.add(each.toLowerCase(Locale.ROOT)));
      addresses.addAll(found);
      String name = ++number + "-" + fixture.getFileName();
      Files.writeString(exports.resolve(name), text, StandardCharsets.ISO_8859_1);
      Files.writeString(
          exports.resolve("broken-" + name), broken(text), StandardCharsets.ISO_8859_1);
    }
    return addresses;
  }

  /** The last line that has an address and a day has an impossible day. */
  private static String broken(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = lines.length - 1; i > 0; i--) {
      String other = lines[i].replaceFirst("20[0-9]{2}-[0-9]{2}-[0-9]{2}", "2026-99-99");
      if (ADDRESS.matcher(lines[i]).find() && !other.equals(lines[i])) {
        lines[i] = other;
        return String.join("\n", lines);
      }
    }
    return text + "\n";
  }

  private static List<Path> fixtures() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String family : List.of("commerce", "crm", "email")) {
      Path resources =
          Launcher.checkout().resolve("connectors").resolve(family).resolve("src/test/resources");
      if (Files.isDirectory(resources)) {
        try (Stream<Path> files = Files.walk(resources)) {
          files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(found::add);
        }
      }
    }
    return found;
  }

  /** Every text in every table; in the bytes of the file they may be compressed. */
  private static List<String> texts(Path facts) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + facts);
        var statement = connection.createStatement()) {
      List<String> questions = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "select table_name, column_name from information_schema.columns"
                  + " where data_type = 'VARCHAR' and table_schema = 'main'")) {
        while (row.next()) {
          questions.add(
              "select distinct lower(\"%s\") from \"%s\""
                  .formatted(row.getString(2), row.getString(1)));
        }
      }
      for (String question : questions) {
        try (ResultSet row = statement.executeQuery(question)) {
          while (row.next()) {
            if (row.getString(1) != null) {
              texts.add(row.getString(1));
            }
          }
        }
      }
    }
    return texts;
  }

  private static List<Path> others(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(home.resolve("received")))
          .toList();
    }
  }
}
