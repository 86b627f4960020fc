package io.retainer.kpi;

import static io.retainer.kpi.GivenFacts.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.rows.RowFacts;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.model.fact.TooManyGroups;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Period;
import io.retainer.spi.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ranking is the same whether an answer may have all of its groups or a few. */
class ManyRankedTest {

  private static final Client ACME =
      new Client(
          new ClientId("acme"),
          "Acme",
          ZoneId.of("Europe/Helsinki"),
          Locale.ENGLISH,
          Currency.getInstance("EUR"));
  private static final Period OCTOBER = Period.parse("2026-10");

  @TempDir Path folder;

  @Test
  void theRestOfMoreProductsThanAnAnswerMayHaveIsToldTogether() throws IOException {
    KpiValue all = ranked(1_000);
    KpiValue few = ranked(5);

    assertThat(all.table().orElseThrow().rows()).hasSize(4);
    assertThat(few.value()).isEqualTo(all.value());
    assertThat(few.table()).isEqualTo(all.table());
  }

  private KpiValue ranked(int most) throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(
        scripts.resolve("products.groovy"),
        """
        kpi('own.products') {
          title en: 'Own'
          unit money
          better higher
          from order_lines
          where status == 'placed'
          value { ranking(product, sum(net), 3) }
        }
        """);
    KpiLibrary library = KpiLibrary.open(List.of(scripts), folder.resolve("last-good"));
    assertThat(library.problems()).isEmpty();
    return new KpiEngine(library, new Narrow(lines(), most))
        .figures(ACME, ComparedPeriod.closed(OCTOBER), List.of(new KpiId("own.products")))
        .get(0)
        .current();
  }

  private static FactSource lines() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(
          row(
              "2026-10-05",
              "line_id",
              "line " + i,
              "status",
              "placed",
              "product",
              "product " + i % 20,
              "net",
              10 + i));
    }
    return RowFacts.of(Map.of(Datasets.ORDER_LINES, lines), OCTOBER.span().start());
  }

  /**
   * Facts whose answers have few groups.
   *
   * @param most how many
   */
  private record Narrow(FactSource facts, int most) implements FactSource {

    @Override
    public FactAnswer answer(FactQuery query) {
      FactAnswer answer = facts.answer(query);
      if (answer.cells().size() > most) {
        throw new TooManyGroups(most, query.by());
      }
      return answer;
    }

    @Override
    public Optional<List<String>> largest(FactQuery query, RowValue value, int limit) {
      String name = ((RowValue.ColumnValue) value).column();
      return Optional.of(
          facts.answer(query).cells().stream()
              .sorted(
                  Comparator.comparing((FactAnswer.Cell cell) -> cell.values().get(name))
                      .reversed())
              .limit(limit)
              .map(cell -> cell.group().get(0))
              .toList());
    }

    @Override
    public TableAnswer table(TableQuery query) {
      throw new AssertionError("A table was asked for: " + query);
    }
  }
}
