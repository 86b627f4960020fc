package io.retainer.testkit;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.DescriptionBuilder;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Each breaks one promise and is sound otherwise. */
final class BrokenConnectors {

  private BrokenConnectors() {}

  public static final class SaysNothing extends SoundConnector {
    @Override
    public ConnectorDescription describe() {
      return ConnectorDescription.of("says-nothing", "Says nothing").build();
    }
  }

  public static final class RefusesItsOwn extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) {
      return Recognition.refused("I know nothing.");
    }
  }

  public static final class GoesByTheName extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      return file.name().endsWith(".csv") ? super.recognise(file) : Recognition.refused("no .csv");
    }
  }

  public static final class TakesAnything extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) {
      return Recognition.as("anything");
    }
  }

  public static final class RefusesWithoutAReason extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      Recognition said = super.recognise(file);
      return said instanceof Recognition.Refused ? Recognition.refused(" ") : said;
    }
  }

  /** Knows its files by a heading that many have. */
  public static final class TakesItsNeighbours extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      try (InputStream in = file.open()) {
        String text = text(in.readNBytes(4096));
        return text.contains("Impressions") || isVisits(text)
            ? Recognition.as("visits")
            : Recognition.refused("no heading Impressions");
      }
    }
  }

  public static final class ReadsAllToRecognise extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      try (InputStream in = file.open()) {
        return isVisits(text(in.readAllBytes()))
            ? Recognition.as("visits")
            : Recognition.refused("not visits");
      }
    }
  }

  public static final class ReadsNothing extends SoundConnector {
    @Override
    public void read(SourceFile file, ReadSettings settings, FactSink sink) {
      sink.passedOver(1, "nothing of interest");
    }
  }

  public static final class FillsSomethingElse extends SoundConnector {
    @Override
    DescriptionBuilder described() {
      return ConnectorDescription.of("made-up-visits", "Made-up visits")
          .about("Visits.")
          .export("visits.csv", "Make it up.")
          .fills(Datasets.ORDERS, "each day");
    }
  }

  public static final class WrongType extends SoundConnector {
    @Override
    void row(long line, String text, int width, TableWriter writer) {
      writer.row(line, DateSpan.ofDay(LocalDate.of(2026, 10, 1)), new Object[width == 1 ? 1 : 2]);
      Object[] values = new Object[width];
      java.util.Arrays.fill(values, "12");
      writer.row(line, DateSpan.ofDay(LocalDate.of(2026, 10, 1)), values);
    }
  }

  public static final class WrongGrain extends SoundConnector {
    @Override
    void row(long line, String text, int width, TableWriter writer) {
      var october = DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
      writer.row(line, october, new Object[width]);
    }
  }

  public static final class NoCurrency extends SoundConnector {
    @Override
    TableHeader header(List<String> columns, ReadSettings settings) {
      TableHeader header = super.header(columns, settings);
      return new TableHeader(
          header.title(),
          header.dataset(),
          header.columns(),
          header.cut(),
          header.grain(),
          header.complete(),
          header.period(),
          header.account(),
          Optional.of("Euro"));
    }
  }

  /** Counts its calls, and tells. */
  public static final class ReadsOtherwiseLater extends SoundConnector {
    private int calls;

    @Override
    public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
      super.read(file, settings, sink);
      sink.passedOver(99, "call " + ++calls);
    }
  }

  /** Keeps the writer of a call where the next call finds it. */
  public static final class KeepsState extends SoundConnector {
    private volatile FactSink current;

    @Override
    public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
      current = sink;
      Thread.yield();
      super.read(file, settings, sink);
      java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
      current.passedOver(99, "the end");
    }
  }

  public static final class LeavesOpen extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      InputStream in = file.open();
      return isVisits(text(in.readNBytes(4096)))
          ? Recognition.as("visits")
          : Recognition.refused("not visits");
    }
  }

  public static final class KnowsUtf8Only extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      try (InputStream in = file.open()) {
        byte[] head = in.readNBytes(4096);
        return head.length > 0 && head[0] == 'M'
            ? super.recognise(file)
            : Recognition.refused("no");
      }
    }
  }

  public static final class CannotLiveWithout extends SoundConnector {
    @Override
    public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
      try (InputStream in = file.open()) {
        if (!text(in.readNBytes(4096)).contains("Orders")) {
          sink.issue(io.retainer.spi.ReadIssue.ofFile("no Orders", "Orders", "Export it."));
          return;
        }
      }
      super.read(file, settings, sink);
    }
  }

  public static final class DeclaresAHeadingNobodyHas extends SoundConnector {
    @Override
    DescriptionBuilder described() {
      return super.described().canLiveWithout("Revenue");
    }
  }

  public static final class ThrowsOverShortLines extends SoundConnector {
    @Override
    void row(long line, String text, int width, TableWriter writer) {
      if (text.split(",").length < 3) {
        throw new ArrayIndexOutOfBoundsException("Index 2 out of bounds for length 2");
      }
      super.row(line, text, width, writer);
    }
  }

  public static final class ThrowsOverBadNumbers extends SoundConnector {
    @Override
    void row(long line, String text, int width, TableWriter writer) {
      for (String cell : List.of(text.split(",")).subList(1, Math.max(1, text.split(",").length))) {
        if (cell.chars().anyMatch(c -> c > 127)) {
          throw new NumberFormatException("For input string: \"" + cell + "\"");
        }
      }
      super.row(line, text, width, writer);
    }
  }

  public static final class ThrowsOverForeignFiles extends SoundConnector {
    @Override
    public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
      try (InputStream in = file.open()) {
        if (!text(in.readNBytes(4096)).contains("\n")) {
          throw new IllegalStateException("no line at all");
        }
      }
      super.read(file, settings, sink);
    }
  }

  public static final class ThrowsOverForeignEncodings extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      try (InputStream in = file.open()) {
        byte[] head = in.readNBytes(4);
        if (head.length > 1 && head[0] == 0) {
          throw new IllegalArgumentException("big endian");
        }
      }
      return super.recognise(file);
    }
  }

  public static final class SaysNothingOfAnEmptyFile extends SoundConnector {
    @Override
    public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
      try (InputStream in = file.open()) {
        if (text(in.readAllBytes()).split("\n").length < 3) {
          return;
        }
      }
      super.read(file, settings, sink);
    }
  }

  /** Uses a tool of tests in the product. */
  public static final class NeedsTheTestKit extends SoundConnector {
    @Override
    public Recognition recognise(SourceFile file) throws IOException {
      return Archives.zip(java.util.Map.of()).length > 0
          ? super.recognise(file)
          : Recognition.refused("no");
    }
  }
}
