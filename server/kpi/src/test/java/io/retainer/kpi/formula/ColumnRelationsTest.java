package io.retainer.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Relations;
import org.junit.jupiter.api.Test;

/** What datasets say of how their columns belong together. */
class ColumnRelationsTest {

  @Test
  void partsOfAPartArePartsOfTheWhole() {
    Relations mails = Datasets.EMAIL_CAMPAIGNS.relations();

    assertThat(mails.isPartOf("opens_machine", "recipients")).isTrue();
    assertThat(mails.isPartOf("recipients", "opens_machine")).isFalse();
    assertThat(mails.wholeOf("opens_machine")).contains("opens_unique");
  }

  @Test
  void whatIsApartIsNoPartOfTheOther() {
    for (Dataset dataset : Datasets.all()) {
      Relations relations = dataset.relations();
      relations
          .apart()
          .forEach(
              set ->
                  set.forEach(
                      one ->
                          assertThat(set)
                              .as(dataset.name())
                              .noneMatch(other -> relations.isPartOf(one, other))));
    }
  }

  @Test
  void nothingIsAPartOfItself() {
    for (Dataset dataset : Datasets.all()) {
      dataset
          .relations()
          .parts()
          .forEach((whole, parts) -> assertThat(parts).as(dataset.name()).doesNotContain(whole));
    }
  }

  @Test
  void aRefundIsAStepAndACancelledOrderIsNone() {
    assertThat(Datasets.ORDERS.relations().isStep("status", "refund")).isTrue();
    assertThat(Datasets.ORDERS.relations().isStep("status", "cancelled")).isFalse();
    assertThat(Datasets.WEB_EVENTS.relations().isStep("event_name", "purchase")).isTrue();
  }
}
