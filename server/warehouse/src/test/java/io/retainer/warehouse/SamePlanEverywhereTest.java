package io.retainer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.trino.sql.parser.SqlParser;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One plan, four databases: the same random facts and questions have the same answers in DuckDB,
 * PostgreSQL and H2, and Trino's parser understands what it would be asked.
 */
class SamePlanEverywhereTest {

  @TempDir static Path shared;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(shared.resolve("postgres").toFile())
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameAnswersInDuckDbPostgresAndH2(long seed, @TempDir Path folder) throws Exception {
    theSameAnswers(seed, folder, Conversion.Choice.NONE);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameAmountsInOneCurrency(long seed, @TempDir Path folder) throws Exception {
    theSameAnswers(seed, folder, TestRates.monthly("BYN", 2026).intoEuros());
  }

  /** As many as {@code -Dplan.seeds=20} says. */
  static LongStream seeds() {
    return LongStream.range(11, 11 + Integer.getInteger("plan.seeds", 1));
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
        Connection inPostgres = postgres.getPostgresDatabase().getConnection();
        Connection inH2 =
            DriverManager.getConnection("jdbc:h2:mem:" + seed + ";DATABASE_TO_LOWER=TRUE")) {
      FactCopy.of(duckDb, inPostgres, SQLDialect.POSTGRES);
      FactCopy.of(duckDb, inH2, SQLDialect.H2);
      List<Select<?>> asked = new ArrayList<>();
      List<FactAnswer> expected =
          Plan.together(new Engine(duckDb, SQLDialect.DUCKDB, asked::add), questions, conversions);
      same(expected, new Engine(inPostgres, SQLDialect.POSTGRES), questions, conversions);
      same(expected, new Engine(inH2, SQLDialect.H2), questions, conversions);
      Engine inDuckDb = new Engine(duckDb, SQLDialect.DUCKDB, asked::add);
      for (TableQuery question : facts.tables()) {
        TableAnswer answer = Plan.table(inDuckDb, question, conversions);
        same(answer, new Engine(inPostgres, SQLDialect.POSTGRES), question, conversions);
        same(answer, new Engine(inH2, SQLDialect.H2), question, conversions);
      }
      rehearse(
          inDuckDb, new Engine(inPostgres, SQLDialect.POSTGRES), new Engine(inH2, SQLDialect.H2));
      asked.forEach(SamePlanEverywhereTest::isTrino);
    }
  }

  /** A server begins with it, wherever its facts are. */
  private static void rehearse(Engine... engines) throws SQLException {
    for (Engine engine : engines) {
      int[] rows = {0};
      engine.each(Rehearsal.statement(), row -> rows[0]++);
      assertThat(rows[0]).isOne();
    }
  }

  /** Rows of cohorts, scores and purchases. */
  private static void same(
      TableAnswer expected, Engine engine, TableQuery question, Conversion.Choice conversions)
      throws SQLException {
    TableAnswer answer = Plan.table(engine, question, conversions);
    assertThat(expected.rows()).as("%s", question).isNotEmpty();
    assertThat(plain(answer)).as("%s", question).isEqualTo(plain(expected));
    assertThat(answer.coverage()).isEqualTo(expected.coverage());
  }

  private static List<List<String>> plain(TableAnswer answer) {
    return answer.rows().stream()
        .map(row -> row.stream().map(n -> n.stripTrailingZeros().toPlainString()).toList())
        .toList();
  }

  static void same(
      List<FactAnswer> expected,
      Engine engine,
      List<FactQuery> questions,
      Conversion.Choice conversions)
      throws SQLException {
    List<FactAnswer> answers = Plan.together(engine, questions, conversions);
    for (int i = 0; i < questions.size(); i++) {
      assertThat(PlannedTogetherTest.numbers(answers.get(i)))
          .as("%s", questions.get(i))
          .isEqualTo(PlannedTogetherTest.numbers(expected.get(i)));
      assertThat(answers.get(i).coverage()).isEqualTo(expected.get(i).coverage());
    }
  }

  private static void isTrino(Select<?> select) {
    String text = DSL.using(SQLDialect.TRINO).render(select);
    assertThatCode(() -> new SqlParser().createStatement(text)).as(text).doesNotThrowAnyException();
  }
}
