package io.retainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromisesCheckTest {

  @Test
  void saysOfARejectedRowWhatWasSeenAndThatItWasRejected(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("days.txt"), "days\n");
    var said = new StringWriter();
    Connector connector = new OneRowIsEmpty();

    new PromisesCheck(
            new InstalledConnector(connector.describe(), folder.resolve("a.jar"), connector),
            new PrintWriter(said))
        .of(List.of(file), true);

    assertThat(said.toString())
        .contains("line 7, column \"Visits\": an empty cell instead of a value")
        .contains("1 row was rejected")
        .doesNotContain("without issues");
  }

  private static final class OneRowIsEmpty implements Connector {

    @Override
    public ConnectorDescription describe() {
      return ConnectorDescription.of("days", "Days")
          .about("Days of a test.")
          .layout("days", Evidence.REMEMBERED)
          .fills(Datasets.WEB_TRAFFIC, "days")
          .build();
    }

    @Override
    public Recognition recognise(SourceFile file) {
      return Recognition.as("days");
    }

    @Override
    public void read(SourceFile file, ReadSettings settings, FactSink sink) {
      var writer =
          sink.table(
              new TableHeader(
                  "days",
                  Datasets.WEB_TRAFFIC,
                  List.of("sessions"),
                  Set.of(),
                  Grain.DAY,
                  true,
                  Optional.empty(),
                  "shop",
                  Optional.empty()));
      writer.row(2, DateSpan.ofDay(LocalDate.of(2026, 10, 1)), new Object[] {5L});
      writer.rejected(new ReadIssue(7, "Visits", "", "a value", "Fill it in."), "");
    }
  }
}
