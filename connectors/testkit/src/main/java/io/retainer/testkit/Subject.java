package io.retainer.testkit;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A connector whose promises are checked.
 *
 * @param samples files it reads
 * @param settings what the user would say with the samples
 * @param ownNeighbours connectors whose files it reads too, by id
 * @param isIsolated whether it is loaded already as the server does it
 */
public record Subject(
    Connector connector,
    List<TestFile> samples,
    ReadSettings settings,
    Set<String> ownNeighbours,
    boolean isIsolated) {

  public Subject {
    samples = List.copyOf(samples);
    ownNeighbours = Set.copyOf(ownNeighbours);
  }

  /** A user in Minsk who names the account and October 2026. */
  public static ReadSettings usualSettings() {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"),
        Currency.getInstance("EUR"),
        Optional.of("sample"),
        Optional.of(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31))),
        Map.of());
  }

  String id() {
    return connector.describe().id();
  }

  boolean isRecognised(TestFile file) throws IOException {
    return connector.recognise(file) instanceof Recognition.Recognised;
  }

  /** Why a file is not recognised; empty when it is, or when nothing is said. */
  String refusal(TestFile file) throws IOException {
    Recognition recognition = connector.recognise(file);
    if (recognition instanceof Recognition.Refused refused) {
      return refused.reason();
    }
    return recognition instanceof Recognition.Unreadable unreadable ? unreadable.issue().saw() : "";
  }

  RecordingSink read(TestFile file) throws IOException {
    var sink = new RecordingSink();
    connector.read(file, settings, sink);
    return sink;
  }

  /** The same file with other bytes. */
  static TestFile like(TestFile sample, byte[] bytes) {
    return TestFile.of(sample.name(), bytes).with(sample.siblings().toArray(new SourceFile[0]));
  }

  static byte[] bytes(TestFile sample) throws IOException {
    try (InputStream in = sample.open()) {
      return in.readAllBytes();
    }
  }
}
