package io.retainer.systemtest.malformed;

import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Good files to begin with: the fixtures of all connectors, and exports of the demo. */
final class Seeds {

  private static final int LARGEST = 200_000;

  private Seeds() {}

  /** A file that some connector reads. */
  record Seed(String name, byte[] content) {}

  static List<Seed> of(Path checkout) throws IOException {
    List<Seed> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.walk(checkout.resolve("connectors"))) {
      for (Path file : (Iterable<Path>) files.filter(Seeds::isFixture).sorted()::iterator) {
        seeds.add(new Seed(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    for (DemoBusiness business : DemoBusiness.all()) {
      for (Export export : business.exports(YearMonth.of(2026, 10))) {
        if (export.name().contains("2026-10") && export.content().length <= LARGEST) {
          seeds.add(new Seed(export.name(), export.content()));
        }
      }
    }
    return seeds;
  }

  private static boolean isFixture(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("/src/test/resources/")
        && Files.isRegularFile(file)
        && file.toFile().length() <= LARGEST;
  }
}
