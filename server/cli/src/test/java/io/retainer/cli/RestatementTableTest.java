package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.Restatement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestatementTableTest {

  @Test
  void asksForTheAccountWhenNothingOfWhatWasThereIsInTheFile() {
    assertThat(printed(new Restatement("ads.csv", "ad_performance", 992, 0, 385, 0, List.of())))
        .contains("385 removed", "another account", "--account");
  }

  @Test
  void saysNothingOfAccountsWhereRowsWereCorrected() {
    assertThat(printed(new Restatement("ads.csv", "ad_performance", 9, 4, 2, 370, List.of())))
        .contains("2 removed")
        .doesNotContain("another account");
  }

  private static String printed(Restatement restatement) {
    var text = new StringWriter();
    new RestatementTable(new PrintWriter(text, true)).print(restatement);
    return text.toString();
  }
}
