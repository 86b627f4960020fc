package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.systemtest.Launcher.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst sees a KPI by segment and over time, and no rate is added up on the way. */
class KpiCutsIT {

  private static final Object[] WHOSE = {"--client", "nordic", "--kpi", "own.orders,own.aov"};

  @TempDir static Path home;

  /** Five orders through three channels in three weeks, 200 EUR in all. */
  @BeforeAll
  static void importOrders() throws Exception {
    Path scripts = Files.createDirectories(home.resolve("kpi-scripts"));
    Files.writeString(
        scripts.resolve("own.groovy"),
        """
        kpi('own.orders') {
          title en: 'Orders'
          unit count
          better higher
          from orders
          value { count() }
          where status == 'placed' || status == null
          by channel
        }
        kpi('own.aov') {
          title en: 'Order value'
          unit money
          better higher
          from orders
          value { sum(total) / count() }
          where status == 'placed' || status == null
          by channel
        }
        """);
    Path mapping =
        Files.writeString(
            home.resolve("shop.yaml"),
            """
            title: A small shop
            dataset: orders
            columns:
              no: No
              day: Day
              amount: Sum
              way: Way
            values:
              order_id: no
              ordered_at: day
              total: amount
              channel: way
            constants:
              status: placed
            """);
    Path orders =
        Files.writeString(
            home.resolve("orders.csv"),
            """
            No,Day,Sum,Way
            1,2026-10-01,10.00,search
            2,2026-10-02,20.00,search
            3,2026-10-09,30.00,search
            4,2026-10-16,40.00,mail
            5,2026-10-17,100.00,direct
            """);
    retainer(
        home,
        "client",
        "add",
        "nordic",
        "--zone",
        "Europe/Helsinki",
        "--currency",
        "EUR",
        "--home",
        home);
    Outcome imported =
        retainer(
            home, "import", "--home", home, "--client", "nordic", "--mapping", mapping, orders);
    assertThat(imported.status()).as(imported.out() + imported.err()).isZero();
  }

  private static Outcome cut(String command, Object... more) throws Exception {
    List<Object> words = new ArrayList<>(List.of("kpi", command, "--home", home));
    words.addAll(List.of(WHOSE));
    words.addAll(List.of("--period", "2026-10"));
    words.addAll(List.of(more));
    return retainer(home, words.toArray());
  }

  @Test
  void breaksDownWithTheRestTogetherAndATotalOfItsOwn() throws Exception {
    JsonNode cut = Json.read(cut("breakdown", "--by", "channel", "--top", 1, "--json").out());
    assertThat(cut.path("groupCount").intValue()).isEqualTo(3);
    assertThat(cut.path("groups")).hasSize(1);
    assertThat(cut.at("/groups/0/name").textValue()).isEqualTo("search");
    assertThat(cut.at("/groups/0/values/1/value").decimalValue()).isEqualByComparingTo("20");
    assertThat(cut.at("/other/values/0/value").intValue()).isEqualTo(2);
    assertThat(cut.at("/other/values/1/value").decimalValue()).isEqualByComparingTo("70");
    assertThat(cut.at("/total/values/1/value").decimalValue())
        .as("five orders of 200 EUR, and not the mean of 20, 40 and 100")
        .isEqualByComparingTo("40");
    assertThat(cut("breakdown", "--by", "channel", "--top", 1).out())
        .containsPattern("search +3 \\(partial\\) +20\\.00 EUR")
        .containsPattern("other \\(2\\) +2 \\(partial\\) +70\\.00 EUR")
        .containsPattern("total +5 \\(partial\\) +40\\.00 EUR");
  }

  @Test
  void showsAPointForEachWeek() throws Exception {
    JsonNode series = Json.read(cut("series", "--grain", "week", "--json").out());
    assertThat(series.at("/1/id").textValue()).isEqualTo("own.aov");
    assertThat(series.at("/1/points/0/value").decimalValue()).isEqualByComparingTo("15");
    assertThat(series.at("/1/points/1/value").decimalValue()).isEqualByComparingTo("30");
    assertThat(series.at("/1/points/2/value").decimalValue()).isEqualByComparingTo("70");
    assertThat(series.at("/1/points/1/start").textValue()).isEqualTo("2026-10-05");
    assertThat(cut("series", "--grain", "week").out()).containsPattern("2026-10-12 .*70\\.00 EUR");
  }

  @Test
  void saysWhatCannotBeAsked() throws Exception {
    Outcome byNothing = cut("breakdown", "--by", "moon");
    assertThat(byNothing.status()).isEqualTo(2);
    assertThat(byNothing.err())
        .contains("own.orders cannot be broken down by \"moon\"; it can by channel");
    assertThat(cut("series", "--grain", "hour").status()).isEqualTo(2);
    assertThat(cut("breakdown", "--by", "channel", "--top", 0).err())
        .contains("--top is 1 or more");
  }
}
