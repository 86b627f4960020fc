package io.retainer.app.inbox;

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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Reads {@code sessions} and lines like {@code 2026-10-01|12}; where the first line is {@code
 * sessions of Dates.csv}, a file of that name has to come with it.
 */
public final class SessionsConnector implements Connector {

  /** As it is installed in a home. */
  public static void install(Path connectors) throws IOException {
    String name = SessionsConnector.class.getName();
    try (OutputStream file = Files.newOutputStream(connectors.resolve("sessions.jar"));
        var jar = new JarOutputStream(file);
        var in = SessionsConnector.class.getResourceAsStream("SessionsConnector.class")) {
      jar.putNextEntry(new JarEntry(name.replace('.', '/') + ".class"));
      in.transferTo(jar);
      jar.putNextEntry(new JarEntry("META-INF/services/" + Connector.class.getName()));
      jar.write(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("sessions", "Sessions")
        .about("Sessions of a test.")
        .layout("lines", Evidence.REMEMBERED)
        .fills(Datasets.WEB_TRAFFIC, "lines")
        .build();
  }

  @Override
  public Recognition recognise(SourceFile file) throws IOException {
    try (BufferedReader reader = reader(file)) {
      String first = String.valueOf(reader.readLine());
      if (!first.startsWith("sessions")) {
        return Recognition.refused("the first line is not \"sessions\"");
      }
      boolean isAlone = file.siblings().stream().noneMatch(one -> one.name().equals("Dates.csv"));
      return first.endsWith("Dates.csv") && isAlone
          ? new Recognition.Unreadable(
              ReadIssue.ofFile("no dates", "Dates.csv beside it", "Drop both together."))
          : Recognition.as("lines");
    }
  }

  @Override
  public void read(SourceFile file, ReadSettings settings, FactSink sink) throws IOException {
    var writer =
        sink.table(
            new TableHeader(
                "lines",
                Datasets.WEB_TRAFFIC,
                List.of("sessions"),
                Set.of(),
                Grain.DAY,
                true,
                Optional.empty(),
                file.name(),
                Optional.empty()));
    try (BufferedReader reader = reader(file)) {
      reader.readLine();
      long number = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\\|");
        writer.row(
            ++number,
            DateSpan.ofDay(LocalDate.parse(cells[0])),
            new Object[] {Long.valueOf(cells[1])});
      }
    }
  }

  private static BufferedReader reader(SourceFile file) throws IOException {
    return new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
  }
}
