package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TooManyGroups;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No question takes the machine away from the others. */
class LimitsTest extends WarehouseTest {

  private static final int MILLION = 1_000_000;

  @Test
  void aStatementThatRunsTooLongIsStopped(@TempDir Path folder) throws Exception {
    try (Database database = new DuckDb(folder.resolve("facts.duckdb"));
        Connection connection = database.writing()) {
      Engine impatient = new Engine(connection, SQLDialect.DUCKDB, select -> {}, 1);
      long start = System.nanoTime();

      assertThatThrownBy(
              () ->
                  impatient.each(
                      DSL.select(DSL.field("sum(hash(a.range, b.range) % 7)"))
                          .from(DSL.table("range(10000000) a, range(10000000) b")),
                      row -> {}))
          .isInstanceOf(WarehouseException.class)
          .hasMessageContaining("longer than 1 seconds and was stopped");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));

      impatient.each(DSL.select(DSL.inline(1)), row -> assertThat(row.getInt(1)).isEqualTo(1));
    }
  }

  @Test
  void aBreakdownOfAMillionValuesIsRefusedInWordsAndTheTotalIsStillThere() throws Exception {
    aMillionPages();

    assertThatThrownBy(() -> desk.warehouse.answers(List.of(clicks(List.of("page")))))
        .isInstanceOf(TooManyGroups.class)
        .hasMessage(
            "More than 50,000 groups by [page]; group by fewer dimensions or narrow the rows");
    assertThat(desk.warehouse.answers(List.of(clicks(List.of()))).get(0).cells().get(0).values())
        .hasEntrySatisfying("clicks", clicks -> assertThat(clicks).isEqualByComparingTo("1000000"));
  }

  /** Joined, the groups by page would be split by device too, and be too many. */
  @Test
  void aTotalOfSomeRowsBesideABreakdownDoesNotMakeItTooLarge() throws Exception {
    pages(80_000, i -> new Object[] {"/page-" + i / 2, i % 2 == 0 ? "mobile" : "desktop", 1L});

    List<FactAnswer> answers =
        desk.warehouse.answers(
            List.of(clicks(List.of("page")), clicks(List.of(), Desk.is("device", "mobile"))));

    assertThat(answers.get(0).cells()).hasSize(40_000);
    assertThat(answers.get(0).cells())
        .allSatisfy(cell -> assertThat(cell.values().get("clicks")).isEqualByComparingTo("2"));
    assertThat(answers.get(1).cells()).hasSize(1);
    assertThat(answers.get(1).cells().get(0).values().get("clicks")).isEqualByComparingTo("40000");
  }

  /** Each would do by itself: asked one after another they are not in memory together. */
  @Test
  void breakdownsThatAreTooLargeTogetherAreRefusedTogether() throws Exception {
    pages(40_000, i -> new Object[] {"/page-" + i, "mobile", 1L});
    List<FactQuery> three =
        List.of(
            clicks(List.of("page")),
            clicks(List.of("page", "device")),
            clicks(List.of("page"), Desk.is("device", "mobile")));

    assertThatThrownBy(() -> desk.warehouse.answers(three))
        .isInstanceOf(TooManyGroups.class)
        .hasMessageContaining("More than 100,000 groups by [page]");
    assertThat(desk.warehouse.answers(List.of(three.get(2))).get(0).cells()).hasSize(40_000);
  }

  /** Four times what the engine may hold in memory. */
  @Test
  void aFileThatIsLargerThanTheMemoryIsImportedAndReplaced() throws Exception {
    for (long clicks = 1; clicks <= 2; clicks++) {
      long each = clicks;
      pages(4 * MILLION, i -> new Object[] {"/a-page-of-its-own/" + i, "mobile", each});
    }

    FactAnswer answer = desk.warehouse.answers(List.of(clicks(List.of()))).get(0);
    assertThat(answer.cells().get(0).values().get("clicks")).isEqualByComparingTo("8000000");
  }

  private static FactQuery clicks(List<String> by, Condition... where) {
    return new FactQuery(
        Desk.ACME.id(),
        Datasets.SEARCH_QUERIES,
        Arrays.stream(where).findFirst(),
        by,
        Optional.empty(),
        List.of(
            new Measure(
                "clicks",
                new Aggregation.Sum(new RowValue.ColumnValue("clicks"), Optional.empty()))),
        List.of(Desk.OCTOBER),
        Optional.empty());
  }

  private void aMillionPages() throws Exception {
    pages(MILLION, i -> new Object[] {"/page-" + i, "mobile", 1L});
  }

  private void pages(int rows, IntFunction<Object[]> row) throws Exception {
    try (Intake intake = desk.warehouse.intake(Desk.ACME, "search")) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  "pages",
                  Datasets.SEARCH_QUERIES,
                  List.of("page", "device", "clicks"),
                  Set.of("page", "device"),
                  Grain.DAY,
                  true,
                  Optional.of(Desk.OCTOBER),
                  "site",
                  Optional.empty()));
      DateSpan day = DateSpan.ofDay(Desk.OCTOBER.start());
      for (int i = 0; i < rows; i++) {
        table.append(i, day, row.apply(i));
      }
      intake.finish();
      intake.accept();
      intake.keep(
          new ImportResult(
              "pages",
              "hash",
              ImportResult.Status.ACCEPTED,
              Optional.empty(),
              Optional.of("search"),
              Optional.empty(),
              List.of(),
              List.of(),
              0,
              List.of()),
          0);
    }
  }
}
