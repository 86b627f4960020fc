package io.retainer.cli.demo.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoBusinessTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  static List<DemoBusiness> businesses() {
    return DemoBusiness.all();
  }

  @ParameterizedTest
  @MethodSource("businesses")
  void theSameMonthsGiveTheSameBytes(DemoBusiness business) {
    Map<String, byte[]> again = byName(business.exports(OCTOBER));

    business
        .exports(OCTOBER)
        .forEach(export -> assertThat(again.get(export.name())).isEqualTo(export.content()));
  }

  @ParameterizedTest
  @MethodSource("businesses")
  void aMonthLaterTheEarlierFilesAreStillTheSame(DemoBusiness business) {
    Map<String, byte[]> later = byName(business.exports(OCTOBER.plusMonths(1)));

    long same =
        business.exports(OCTOBER).stream()
            .filter(export -> java.util.Arrays.equals(later.get(export.name()), export.content()))
            .count();

    assertThat(same).isGreaterThan(later.size() * 8L / 10);
  }

  @ParameterizedTest
  @MethodSource("businesses")
  void eachFileHasANameOfItsOwn(DemoBusiness business) {
    List<Export> exports = business.exports(OCTOBER);

    assertThat(byName(exports)).hasSameSizeAs(exports);
  }

  @Test
  void theSearchConsoleArchiveHasTheMembersGoogleWrites() throws IOException {
    Export zip =
        new Cafe()
            .exports(OCTOBER).stream()
                .filter(export -> export.name().contains("Performance-on-Search-2026-11-03"))
                .findFirst()
                .orElseThrow();

    List<String> members = new ArrayList<>();
    try (var archive = new ZipInputStream(new ByteArrayInputStream(zip.content()))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        members.add(entry.getName());
        if (entry.getName().equals("Filters.csv")) {
          assertThat(new String(archive.readAllBytes(), StandardCharsets.UTF_8))
              .isEqualTo("Filter,Value\nSearch type,Web\nDate,1 Oct 2026-31 Oct 2026");
        }
      }
    }

    assertThat(members)
        .containsExactly(
            "Chart.csv",
            "Queries.csv",
            "Pages.csv",
            "Countries.csv",
            "Devices.csv",
            "Search appearance.csv",
            "Filters.csv");
  }

  @Test
  void theExplorationsTotalsAreTheSumsOfItsRows() {
    String text = text(new OutdoorShop(), "sessions_by_day_2026-10.csv");
    List<String[]> rows = text.lines().skip(7).map(line -> line.split(",", -1)).toList();

    long sum = rows.stream().skip(1).mapToLong(row -> Long.parseLong(row[2])).sum();

    assertThat(rows.get(0)[2]).isEqualTo(String.valueOf(sum));
  }

  @Test
  void metaWritesUtf16AndTikTokAByteOrderMark() {
    assertThat(content(new OutdoorShop(), "Follows 2026-10.csv"))
        .startsWith(0xFF, 0xFE, 's', 0, 'e', 0);
    assertThat(content(new Cafe(), "Overview 2026-10.csv")).startsWith(0xEF, 0xBB, 0xBF, '"');
  }

  @Test
  void aDayHasTheSameChanceWhateverWasAskedBefore() {
    var chance = new Chance(7);
    LocalDate day = LocalDate.of(2026, 10, 22);

    double first = chance.of("orders", day);
    chance.of("clicks", day);

    assertThat(chance.of("orders", day)).isEqualTo(first).isBetween(0.0, 1.0);
  }

  @Test
  void sharesAddUpToTheWhole() {
    assertThat(Shares.of(10, 1, 1, 1)).containsExactly(4, 3, 3);
    assertThat(Shares.of(0, 1, 2)).containsExactly(0, 0);
  }

  private static Map<String, byte[]> byName(List<Export> exports) {
    return exports.stream().collect(Collectors.toMap(Export::name, Export::content, (a, b) -> a));
  }

  private static byte[] content(DemoBusiness business, String name) {
    return business.exports(OCTOBER).stream()
        .collect(Collectors.toMap(Export::name, Function.identity()))
        .get(name)
        .content();
  }

  private static String text(DemoBusiness business, String name) {
    return new String(content(business, name), StandardCharsets.UTF_8);
  }
}
