package io.retainer.warehouse;

import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same random facts and questions have the same answers, to the last digit, in DuckDB and in
 * Iceberg tables of a real Trino. With the profile {@code trino} alone: it fetches 800 MB.
 */
class SamePlanOnTrino {

  private static final int LONGEST_SECONDS = 300;
  private static final int ASKED_TOGETHER = 20;

  @TempDir static Path shared;
  private static TrinoServer trino;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    trino =
        TrinoServer.start(
            Path.of(System.getProperty("trino.server")),
            Path.of(System.getProperty("trino.java"), "bin", "java"),
            shared);
  }

  @AfterAll
  static void stop() throws IOException {
    System.out.println(trino.costs());
    trino.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theSameAnswers(long seed, @TempDir Path folder) throws Exception {
    theSameAnswers(seed, folder, Conversion.Choice.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {14, 15})
  void theSameAmountsInOneCurrency(long seed, @TempDir Path folder) throws Exception {
    theSameAnswers(seed, folder, TestRates.monthly("BYN", 2026).intoEuros());
  }

  private static void theSameAnswers(long seed, Path folder, Conversion.Choice conversions)
      throws Exception {
    RandomFacts facts = new RandomFacts(seed);
    try (Desk desk = new Desk(folder)) {
      facts.into(desk);
    }
    List<FactQuery> questions = facts.questions(80);
    try (Database database = new DuckDb(folder.resolve("facts.duckdb"));
        Connection duckDb = database.reading();
        Connection there = trino.schema("seed" + seed)) {
      FactCopy.of(duckDb, there, SQLDialect.TRINO);
      var here = new Engine(duckDb, SQLDialect.DUCKDB);
      var far = new Engine(there, SQLDialect.TRINO, select -> {}, LONGEST_SECONDS);
      List<FactAnswer> expected = Plan.together(here, questions, conversions);
      for (int i = 0; i < questions.size(); i += ASKED_TOGETHER) {
        int end = i + ASKED_TOGETHER;
        SamePlanEverywhereTest.same(
            expected.subList(i, end), far, questions.subList(i, end), conversions);
      }
    }
  }
}
