package io.retainer.app.schedules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said of single days, by us or by a home, as governments move working days from year to
 * year: lines like {@code 2026-01-09 free} and {@code 2025-11-01 work}, {@code #} before a remark.
 *
 * @param version of the file; empty when there is none
 */
record DecreedDays(Optional<Version> version, Map<LocalDate, Boolean> isWorkedOn) {

  private static final Logger LOG = LoggerFactory.getLogger(DecreedDays.class);
  private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\s+(free|work)");

  /** Tells one state of a file from another. */
  record Version(FileTime changed, long size) {}

  DecreedDays {
    isWorkedOn = Map.copyOf(isWorkedOn);
  }

  /** A line that cannot be read is told in the log and counts for nothing: reports still go out. */
  static DecreedDays read(Path file) {
    Optional<Version> version = version(file);
    if (version.isEmpty()) {
      return new DecreedDays(version, Map.of());
    }
    return new DecreedDays(version, days(lines(file), file.toString()));
  }

  /** What was decreed by the time of this release; empty for most places. */
  static Map<LocalDate, Boolean> known(String place) {
    String name = "decreed_" + place.toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in = DecreedDays.class.getResourceAsStream(name)) {
      return in == null
          ? Map.of()
          : days(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<LocalDate, Boolean> days(List<String> lines, String file) {
    Map<LocalDate, Boolean> days = new HashMap<>();
    int number = 0;
    for (String line : lines) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty() && !add(text, days)) {
        LOG.warn(
            "{}, line {}: \"{}\" is left out; write a date and \"free\" or \"work\", like"
                + " \"2026-01-09 free\"",
            file,
            number,
            text);
      }
    }
    return days;
  }

  boolean isOf(Path file) {
    return version.equals(version(file));
  }

  private static boolean add(String text, Map<LocalDate, Boolean> days) {
    Matcher matcher = LINE.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    try {
      days.put(LocalDate.parse(matcher.group(1)), matcher.group(2).equals("work"));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<Version> version(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(new Version(Files.getLastModifiedTime(file), Files.size(file)))
          : Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", file, e.toString());
      return Optional.empty();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be read as text: {}", file, e.toString());
      return List.of();
    }
  }
}
