package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.PassedOver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportSummaryTest {

  @Test
  void saysWhatWasPassedOverAndAssumed() {
    ImportResult result =
        new ImportResult(
            "videos.csv",
            "ab",
            ImportResult.Status.ACCEPTED,
            Optional.of("7"),
            Optional.of("youtube"),
            Optional.empty(),
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(new PassedOver("a video without a day", 64, 12), new PassedOver("total", 1, 2)),
            List.of("The file names no currency."));
    var said = new StringWriter();

    new ImportSummary(new PrintWriter(said), false).print(List.of(result));

    assertThat(said.toString())
        .contains("assumed: The file names no currency.")
        .contains("passed over, 64 lines (the first: line 12): a video without a day")
        .contains("passed over, 1 line (line 2): total");
  }
}
