package io.retainer.warehouse;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.query;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an older version made, before a dataset or column was in the vocabulary. */
class OlderHomeTest {

  private static final String POSTS =
      "table social_posts columns=post_id,likes%s grain=EVENT account=brand";

  @Test
  void getsNewColumnsAndDatasetsAndKeepsItsRows(@TempDir Path folder) throws SQLException {
    try (Desk desk = new Desk(folder)) {
      desk.accepted(POSTS.formatted(""), "2026-10-01|1|10", "2026-10-02|2|20");
    }
    makeOlder(folder.resolve("facts.duckdb"));

    try (Desk desk = new Desk(folder)) {
      assertThat(value(desk.ask("social_posts", Desk.sum("likes"), OCTOBER)))
          .contains(new BigDecimal(30));

      desk.accepted(POSTS.formatted(",is_paid"), "2026-10-03|3|5|true", "2026-10-04|4|7|false");
      desk.accepted(
          "table mentions columns=mention_id,is_spam grain=EVENT account=brand",
          "2026-10-03|1|true",
          "2026-10-04|2|");

      assertThat(value(desk.ask("social_posts", Desk.sum("likes"), OCTOBER)))
          .contains(new BigDecimal(42));
      assertThat(value(countOf(desk, "social_posts", "is_paid"))).contains(BigDecimal.ONE);
      assertThat(value(countOf(desk, "mentions", "is_spam"))).contains(BigDecimal.ONE);
    }
  }

  private static io.retainer.model.fact.FactAnswer countOf(Desk desk, String dataset, String flag) {
    Condition isSet = new Condition.Compare(flag, Condition.Comparator.EQUAL, true);
    return desk.warehouse.answer(
        query(
            dataset,
            List.of(),
            Optional.empty(),
            new Aggregation.Count(Optional.of(isSet)),
            OCTOBER));
  }

  private static void makeOlder(Path database) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("drop table facts_mentions");
      statement.execute("alter table facts_social_posts drop column is_paid");
      statement.execute("alter table facts_social_posts drop column paid_reach");
    }
  }
}
