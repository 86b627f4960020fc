package io.retainer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * What every connector promises, as tests. Extend it, name the connector and at least one sample;
 * all the tests here then run against them.
 */
public abstract class ConnectorContract {

  /** The connector under test. */
  protected abstract Connector connector();

  /** Files the connector reads: one for each layout it knows, sound and with rows. */
  protected abstract List<TestFile> samples();

  /** What the user would say with the samples. */
  protected ReadSettings settings() {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("EUR"),
        Optional.of("sample"),
        Optional.of(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))),
        Map.of());
  }

  @Test
  void isFoundThroughTheServiceLoader() {
    assertThat(ServiceLoader.load(Connector.class))
        .extracting(found -> found.describe().id())
        .contains(connector().describe().id());
  }

  @Test
  void describesItselfInWords() {
    var description = connector().describe();
    assertThat(description.title()).isNotBlank();
    assertThat(description.about()).isNotBlank();
    assertThat(description.exports()).isNotEmpty();
    assertThat(description.layouts()).isNotEmpty();
    assertThat(description.tables()).isNotEmpty();
  }

  @Test
  void recognisesItsSamples() throws IOException {
    for (TestFile sample : samples()) {
      assertThat(connector().recognise(sample))
          .as(sample.name())
          .isInstanceOf(Recognition.Recognised.class);
    }
  }

  @Test
  void recognisesItsSamplesUnderAForeignName() throws IOException {
    for (TestFile sample : samples()) {
      var renamed = TestFile.of("download (3)", bytes(sample)).with(siblings(sample));
      assertThat(connector().recognise(renamed))
          .as(sample.name())
          .isInstanceOf(Recognition.Recognised.class);
    }
  }

  @Test
  void refusesForeignFilesWithAReason() throws IOException {
    for (TestFile file : foreignFiles()) {
      var recognition = connector().recognise(file);
      String reason =
          recognition instanceof Recognition.Refused refused
              ? refused.reason()
              : recognition instanceof Recognition.Unreadable unreadable
                  ? unreadable.issue().saw()
                  : "";
      assertThat(reason).as(file.name()).isNotBlank();
    }
  }

  @Test
  void readsRowsFromEachSampleWithoutIssues() throws IOException {
    for (TestFile sample : samples()) {
      var sink = read(sample);
      assertThat(sink.issues()).as(sample.name()).isEmpty();
      assertThat(sink.tables()).as(sample.name()).anyMatch(table -> !table.rows().isEmpty());
    }
  }

  @Test
  void fillsOnlyTheDatasetsItDescribes() throws IOException {
    for (TestFile sample : samples()) {
      assertThat(read(sample).tables())
          .allSatisfy(
              table ->
                  assertThat(connector().describe().datasets())
                      .contains(table.header().dataset().name()));
    }
  }

  @Test
  void readsTheSameFromTheSameFile() throws IOException {
    for (TestFile sample : samples()) {
      assertThat(read(sample).transcript()).isEqualTo(read(sample).transcript());
    }
  }

  @Test
  void closesWhatItOpens() throws IOException {
    for (TestFile sample : samples()) {
      connector().recognise(sample);
      read(sample);
      assertThat(sample.openStreams()).as(sample.name()).isZero();
    }
  }

  @Test
  void neverThrowsOverAFileThatBreaksOff() throws IOException {
    for (TestFile sample : samples()) {
      byte[] whole = bytes(sample);
      for (int part = 0; part < 40; part++) {
        var cut = Arrays.copyOf(whole, (int) ((long) whole.length * part / 40));
        survives(TestFile.of(sample.name(), cut).with(siblings(sample)));
      }
    }
  }

  @Test
  void neverThrowsOverDamagedBytes() throws IOException {
    var random = new java.util.Random(20261122);
    for (TestFile sample : samples()) {
      byte[] whole = bytes(sample);
      for (int round = 0; round < 60; round++) {
        byte[] damaged = whole.clone();
        for (int flip = 0; flip <= round / 6; flip++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        survives(TestFile.of(sample.name(), damaged).with(siblings(sample)));
      }
    }
  }

  @Test
  void neverThrowsOverForeignFilesItIsMadeToRead() throws IOException {
    for (TestFile file : foreignFiles()) {
      survives(file);
    }
  }

  @Test
  void readsTheSameFromTextInUtf16() throws IOException {
    for (TestFile sample : samples()) {
      byte[] whole = bytes(sample);
      if (isPlainUtf8(whole)) {
        String text = new String(whole, StandardCharsets.UTF_8).replace("\uFEFF", "");
        var utf16 =
            TestFile.of(sample.name(), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                .with(siblings(sample));
        assertThat(connector().recognise(utf16)).isInstanceOf(Recognition.Recognised.class);
        assertThat(read(utf16).tables()).isEqualTo(read(sample).tables());
      }
    }
  }

  private void survives(TestFile file) {
    assertThatCode(
            () -> {
              var recognition = connector().recognise(file);
              var sink = read(file);
              if (recognition instanceof Recognition.Recognised && sink.tables().isEmpty()) {
                assertThat(sink.issues().size() + sink.passedOver().size())
                    .as("something said about a file without a table")
                    .isPositive();
              }
            })
        .as(file.name() + ", " + file.size() + " bytes")
        .doesNotThrowAnyException();
    assertThat(file.openStreams()).as("open streams of " + file.name()).isZero();
  }

  /** Files of nobody: every connector refuses them. */
  private static List<TestFile> foreignFiles() {
    return List.of(
        TestFile.of("empty.csv", ""),
        TestFile.of("blank.csv", "\n\n\n"),
        TestFile.of(
            "letter.txt", "Dear reader,\nthis is a letter; it has, now and then, commas.\n"),
        TestFile.of("page.html", "<!DOCTYPE html><html><body>Sign in</body></html>"),
        TestFile.of("people.csv", "Name,Shoe size\nAda,38\nLinus,44\n"),
        TestFile.of(
            "cyrillic.csv", "Имя;Рост\nАда;160\n".getBytes(Charset.forName("windows-1251"))),
        TestFile.of("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}),
        TestFile.of("archive.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}),
        TestFile.of("document.pdf", "%PDF-1.7\n%âãÏÓ\n"),
        TestFile.of("open.csv", "a,b\n\"never closed,1\n2,3\n"));
  }

  /** Reads a file with {@link #settings}. */
  protected final RecordingSink read(TestFile file) throws IOException {
    var sink = new RecordingSink();
    connector().read(file, settings(), sink);
    return sink;
  }

  private static io.retainer.spi.SourceFile[] siblings(TestFile sample) {
    return sample.siblings().toArray(new io.retainer.spi.SourceFile[0]);
  }

  private static byte[] bytes(TestFile sample) throws IOException {
    try (InputStream in = sample.open()) {
      return in.readAllBytes();
    }
  }

  private static boolean isPlainUtf8(byte[] bytes) {
    boolean archive =
        bytes.length > 2
            && (bytes[0] == 'P' && bytes[1] == 'K'
                || bytes[0] == 0x1F
                || bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF);
    boolean marked = bytes.length > 2 && (bytes[0] == (byte) 0xFF || bytes[0] == (byte) 0xFE);
    return !archive && !marked;
  }
}
