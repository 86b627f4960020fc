package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.ConnectorDescription;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a plug-in says of itself, on a terminal. */
class ConnectorTextTest {

  private static final String HOSTILE = "\u001b[2J\u009b31m\u202eevil\rgone";

  @Test
  void noTerminalObeysIt() {
    var description =
        new ConnectorDescription(
            "till",
            "Till " + HOSTILE,
            "About " + HOSTILE,
            List.of(new ConnectorDescription.Export("Sales", HOSTILE)),
            List.of(),
            List.of(HOSTILE),
            List.of(),
            List.of(),
            List.of(HOSTILE),
            List.of(),
            List.of(HOSTILE));
    var text = new StringWriter();

    ConnectorText.print(description, new PrintWriter(text));

    assertThat(text.toString())
        .contains("Till \ufffd[2J\ufffd31m\ufffdevil\ufffdgone (till)")
        .matches(all -> all.lines().allMatch(line -> line.matches("[^\\p{Cc}\u202e]*")));
  }
}
