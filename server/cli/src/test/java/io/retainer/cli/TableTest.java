package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void signsThatTurnTheTextAroundOrMoveTheCursorAreShownAsUnknown() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text, true);

    new Table("Channel", "Orders")
        .row("Mail\u202Eliam", 1)
        .row("a\u2066b\u061Cc", 2)
        .row("x\u001B[2Jy\nz", 3)
        .row("Työ – Å 👩‍🚀", 4)
        .print(out);

    assertThat(text.toString().lines())
        .containsExactly(
            "Channel      Orders",
            "Mail\uFFFDliam         1",
            "a\uFFFDb\uFFFDc             2",
            "x\uFFFD[2Jy\uFFFDz          3",
            "Työ – Å 👩‍🚀       4");
  }
}
