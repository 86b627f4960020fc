package io.retainer.warehouse.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.spi.Connector;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.MischiefConnector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a connector does, its call ends, and the reason is told in words. */
class ContainedConnectorTest {

  private static final ConnectorLimits SHORT =
      new ConnectorLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3));

  private ConnectorLibrary library;
  private Connector mischief;

  @BeforeEach
  void open(@TempDir Path folder) {
    ConnectorJar.write(
        folder.resolve("mischief.jar"), MischiefConnector.class, LinesConnector.class);
    library = ConnectorLibrary.open(List.of(folder), SHORT);
    mischief = library.installed().get(0).connector();
  }

  @AfterEach
  void close() {
    System.setProperty(MischiefConnector.OVER, "yes");
    await("connector mischief");
    System.clearProperty(MischiefConnector.OVER);
    library.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hang a little|and was stopped, at connector mischief.jar//io.retainer.warehouse.fake",
        "overflow|it called itself without an end",
        "memory|it asked for more memory than there is",
        "linkage|it needs the class org.example.Missing",
        "assertion|a stranger's assertion",
        "exit|it tried to end the server (System.exit)",
        "halt|it tried to end the server (System.exit)"
      })
  void whateverGoesWrongIsTold(String what, String told) {
    assertThatThrownBy(() -> mischief.recognise(new Text("mischief recognise " + what)))
        .isInstanceOf(ConnectorFailure.class)
        .hasMessageContaining(told);
    // One that goes on although it was given up is not called meanwhile.
    await("connector mischief");
    assertThatThrownBy(() -> read(what, new Taken()))
        .isInstanceOf(ConnectorFailure.class)
        .hasMessageContaining(told);
  }

  @Test
  void aConnectorThatHandsOverForEverIsStoppedToo() {
    var taken = new Taken();

    assertThatThrownBy(() -> read("rows", taken))
        .hasMessageContaining("it was not done after 3 s and was stopped");
    assertThat(taken.rows).isPositive();
  }

  @Test
  void nothingIsTakenAfterTheEndOfACall() {
    var taken = new Taken();

    assertThatThrownBy(() -> read("stubborn", taken)).hasMessageContaining("was stopped");
    await("connector mischief");

    assertThat(taken.passedOver).isEmpty();
  }

  @Test
  void aConnectorWhoseCallNeverEndsIsSetAsideAndNamed() throws IOException {
    assertThat(library.problems()).isEmpty();
    assertThatThrownBy(() -> mischief.recognise(new Text("mischief recognise hang")))
        .hasMessageContaining("was stopped");

    assertThatThrownBy(() -> mischief.recognise(new Text("mischief")))
        .hasMessageContaining("an earlier call of it never ended")
        .hasMessageContaining("replace its JAR");
    assertThat(library.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.reason()).contains("mischief", "set aside"));
  }

  @Test
  void itSeesNothingOfTheServerByAnyOrdinaryWay() {
    assertThatThrownBy(() -> read("context", new Taken())).hasMessageContaining("sees []");
  }

  @Test
  void whatTheServerThrowsPassesUnchanged() {
    var failing = new IllegalArgumentException("the disk is full");

    assertThatThrownBy(
            () ->
                read(
                    "rows",
                    new Taken() {
                      @Override
                      public TableWriter table(TableHeader header) {
                        throw failing;
                      }
                    }))
        .isSameAs(failing);
  }

  @Test
  void anOrdinaryCallIsAnsweredAsEver() throws IOException {
    assertThat(mischief.recognise(new Text("mischief"))).isEqualTo(Recognition.as("mischief"));
    assertThat(mischief.recognise(new Text("letter")))
        .isEqualTo(Recognition.refused("no mischief"));
  }

  private void read(String what, FactSink sink) throws IOException {
    var settings =
        new ReadSettings(
            ZoneId.of("Europe/Minsk"),
            Currency.getInstance("EUR"),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    mischief.read(new Text("mischief read " + what), settings, sink);
  }

  private static void await(String thread) {
    Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getName().equals(thread))
        .forEach(
            each -> {
              try {
                each.join(60_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private record Text(String text) implements SourceFile {
    @Override
    public String name() {
      return "text";
    }

    @Override
    public long size() {
      return text.length();
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<SourceFile> siblings() {
      return List.of();
    }
  }

  private static class Taken implements FactSink {
    private final List<Long> passedOver = Collections.synchronizedList(new ArrayList<>());
    private volatile long rows;

    @Override
    public TableWriter table(TableHeader header) {
      return new TableWriter() {
        @Override
        public void row(long line, io.retainer.spi.DateSpan period, Object[] values) {
          rows = line;
        }

        @Override
        public void rejected(ReadIssue issue, String text) {
          rows = issue.line();
        }
      };
    }

    @Override
    public void issue(ReadIssue issue) {
      throw new AssertionError(issue);
    }

    @Override
    public void total(SourceTotal total) {
      throw new AssertionError(total);
    }

    @Override
    public void passedOver(long line, String reason) {
      passedOver.add(line);
    }
  }
}
