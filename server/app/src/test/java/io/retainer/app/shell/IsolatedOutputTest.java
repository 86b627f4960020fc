package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names that would turn or hide what stands around them, as pages show them. */
class IsolatedOutputTest {

  @Test
  void aNameFromRightToLeftTurnsNothingAroundIt() {
    assertThat(shown("חנות", null)).isEqualTo("\u2068חנות\u2069");
    assertThat(shown("متجر 7", null)).isEqualTo("\u2068متجر 7\u2069");
    assertThat(shown("Мастацтва & Fjäll", null)).isEqualTo("Мастацтва &amp; Fjäll");
  }

  @Test
  void lettersThatTurnOrHideAreShownAndNotObeyed() {
    assertThat(shown("invoice\u202efdp.exe", null)).isEqualTo("invoice\ufffdfdp.exe");
    assertThat(shown("a\u2067b\u2069\u202a", null)).isEqualTo("a\ufffdb\ufffd\ufffd");
    assertThat(shown("a\u0000\u001b[31m\u0085b", null)).isEqualTo("a\ufffd\ufffd[31m\ufffdb");
    assertThat(shown("two\nlines", null)).isEqualTo("two\nlines");
  }

  @Test
  void whatWasTypedIntoAFieldStaysAsItWas() {
    assertThat(shown("a\u202eb", "value")).isEqualTo("a\u202eb");
  }

  @Test
  void everyPageIsWrittenThisWay() {
    var visit = new Visit(Optional.empty(), Language.EN, Visit.Theme.SYSTEM, "", "/");
    Object page =
        new Pages()
            .show(visit, Page.Section.NONE, "problem.404", "problem", "no \u202eclient")
            .getEntity();

    assertThat(page.toString()).contains("no \ufffdclient");
  }

  private static String shown(String text, String attribute) {
    var written = new StringOutput();
    var output = new IsolatedOutput(written);
    output.setContext(attribute == null ? "td" : "input", attribute);
    output.writeUserContent(text);
    return written.toString();
  }
}
