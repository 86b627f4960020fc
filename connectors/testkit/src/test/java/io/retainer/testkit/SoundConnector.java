package io.retainer.testkit;

import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.DescriptionBuilder;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads "Visits of a made-up site" and keeps every promise; the broken ones change one thing. */
public class SoundConnector implements Connector {

  static final String SAMPLE =
      "Made-up visits\nDay,Visits,Orders\n2026-10-01,12,3\n2026-10-02,9,1\n";

  private static final int HEAD = 1 << 16;

  @Override
  public ConnectorDescription describe() {
    return described().build();
  }

  DescriptionBuilder described() {
    return ConnectorDescription.of("made-up-visits", "Made-up visits")
        .about("Visits of a site that does not exist.")
        .export("visits.csv", "Make it up.")
        .layout("visits.csv", Evidence.REMEMBERED)
        .fills(Datasets.WEB_TRAFFIC, "each day")
        .canLiveWithout("Orders");
  }

  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    try (InputStream in = file.open()) {
      return isVisits(text(in.readNBytes(HEAD)))
          ? Recognition.as("visits")
          : Recognition.refused("The first line is not \"Made-up visits\".");
    }
  }

  static boolean isVisits(String text) {
    return text.startsWith("Made-up visits\n");
  }

  @Override
  public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    String text;
    try (InputStream in = file.open()) {
      text = text(in.readAllBytes());
    }
    String[] lines = text.split("\n");
    if (!isVisits(text) || lines.length < 2 || !lines[1].startsWith("Day,Visits")) {
      sink.issue(
          ReadIssue.ofFile("no headings Day and Visits", "visits.csv", "Export the file again."));
      return;
    }
    List<String> headings = List.of(lines[1].split(","));
    List<String> columns = new ArrayList<>(List.of("sessions"));
    if (headings.contains("Orders")) {
      columns.add("transactions");
    }
    TableWriter writer = sink.table(header(columns, settings));
    for (int i = 2; i < lines.length; i++) {
      row(i + 1, lines[i], columns.size(), writer);
    }
  }

  TableHeader header(List<String> columns, ReadSettings settings) {
    return new TableHeader(
        "visits",
        Datasets.WEB_TRAFFIC,
        columns,
        Set.of(),
        Grain.DAY,
        true,
        Optional.empty(),
        settings.account().orElse("site"),
        Optional.empty());
  }

  void row(long line, String text, int width, TableWriter writer) {
    try {
      String[] cells = text.split(",");
      Object[] values = new Object[width];
      for (int i = 0; i < width; i++) {
        values[i] = Long.valueOf(cells[i + 1].strip());
      }
      LocalDate day = LocalDate.parse(cells[0]);
      if (day.getYear() < 1970 || day.getYear() > 2099) {
        throw new DateTimeParseException("not of our time", cells[0], 0);
      }
      writer.row(line, DateSpan.ofDay(day), values);
    } catch (DateTimeParseException | NumberFormatException | IndexOutOfBoundsException e) {
      writer.rejected(new ReadIssue(line, "", text, "a day and numbers", "Correct it."), text);
    }
  }

  static String text(byte[] bytes) {
    boolean isUtf16 = bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
    return isUtf16
        ? new String(Arrays.copyOfRange(bytes, 2, bytes.length), StandardCharsets.UTF_16LE)
        : new String(bytes, StandardCharsets.UTF_8);
  }
}
