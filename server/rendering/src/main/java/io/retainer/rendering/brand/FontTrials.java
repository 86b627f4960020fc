package io.retainer.rendering.brand;

import io.retainer.rendering.brand.BrandFont.Letters;
import io.retainer.rendering.brand.BrandFont.Missing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs {@link FontTrial} in a process with an empty environment, little memory and little time. */
final class FontTrials {

  private static final int SECONDS = 60;
  private static final int LONGEST_FAMILY = 100;
  private static final String FIGURES = "0123456789";

  /** Without these it is a font of signs, and no report can be read in it. */
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" + FIGURES + ".,:;-()/'";

  private FontTrials() {}

  static BrandFont of(byte[] bytes, String hash, String name) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("retainer-font");
      Path font = Files.write(folder.resolve("font"), bytes);
      List<String> answer = run(program(folder), font, folder.resolve("answer"), name);
      String missing =
          Arrays.stream(answer.get(1).split(","))
              .filter(number -> !number.isEmpty())
              .map(number -> Character.toString(Integer.parseInt(number)))
              .collect(Collectors.joining());
      if (LETTERS.chars().anyMatch(letter -> missing.indexOf(letter) >= 0)) {
        throw new BrandException(name, "has not all of A to Z and 0 to 9; take another font");
      }
      String family = answer.get(0).strip();
      return new BrandFont(
          bytes,
          hash,
          family.substring(0, Math.min(family.length(), LONGEST_FAMILY)),
          missing(missing),
          answer.get(2).equals("true"));
    } catch (IOException e) {
      throw new UncheckedIOException("A font cannot be tried: " + e.getMessage(), e);
    } finally {
      remove(folder);
    }
  }

  private static List<Missing> missing(String letters) {
    List<Missing> missing = new ArrayList<>();
    for (Letters kind : Letters.values()) {
      String lacking =
          kind.needed()
              .codePoints()
              .filter(letter -> letters.indexOf(letter) >= 0)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      if (!lacking.isEmpty()) {
        missing.add(new Missing(kind, lacking));
      }
    }
    return missing;
  }

  /** The one class of it, alone in a folder. */
  private static Path program(Path folder) throws IOException {
    String file = FontTrial.class.getName().replace('.', '/') + ".class";
    Path program = folder.resolve("program");
    Files.createDirectories(program.resolve(file).getParent());
    try (InputStream in = FontTrial.class.getResourceAsStream("FontTrial.class")) {
      Files.copy(in, program.resolve(file));
    }
    return program;
  }

  private static List<String> run(Path program, Path font, Path answer, String name)
      throws IOException {
    String needed =
        LETTERS
            + Arrays.stream(Letters.values()).map(Letters::needed).collect(Collectors.joining());
    String numbers = needed.codePoints().mapToObj(String::valueOf).collect(Collectors.joining(","));
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-cp",
                program.toString(),
                FontTrial.class.getName(),
                font.toString(),
                numbers,
                FIGURES)
            .directory(font.getParent().toFile())
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new BrandException(name, "takes too long to be read; take it from its maker again");
      }
      List<String> lines = Files.readAllLines(answer, StandardCharsets.UTF_8);
      if (process.exitValue() != 0 || lines.size() != 3) {
        throw new BrandException(
            name, "is damaged: no letter of it can be drawn; take it from its maker again");
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + " was not tried, as the server stops", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static void remove(Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
