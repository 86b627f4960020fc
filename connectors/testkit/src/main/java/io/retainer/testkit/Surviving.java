package io.retainer.testkit;

import static io.retainer.testkit.Recognising.require;

import io.retainer.spi.Recognition;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Promises about files that are not as they should be: an issue in words, never an exception. */
final class Surviving {

  private static final int CUTS = 40;
  private static final int ROUNDS_OF_DAMAGE = 60;
  private static final List<String> ENCODINGS =
      List.of(
          "windows-1251", "windows-1252", "ISO-8859-5", "KOI8-R", "UTF-16BE", "UTF-32LE", "IBM037");

  private Surviving() {}

  static void cuts(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      byte[] whole = Subject.bytes(sample);
      for (int part = 0; part < CUTS; part++) {
        int length = (int) ((long) whole.length * part / CUTS);
        survives(
            subject,
            Subject.like(sample, Arrays.copyOf(whole, length)),
            "the first %d of its %d bytes".formatted(length, whole.length));
      }
    }
  }

  static void damage(Subject subject) throws IOException {
    var random = new Random(20261122);
    for (TestFile sample : subject.samples()) {
      byte[] whole = Subject.bytes(sample);
      for (int round = 0; whole.length > 0 && round < ROUNDS_OF_DAMAGE; round++) {
        byte[] damaged = whole.clone();
        for (int flip = 0; flip <= round / 6; flip++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        survives(
            subject,
            Subject.like(sample, damaged),
            "%d of its bytes changed, round %d".formatted(1 + round / 6, round));
      }
    }
  }

  static void foreignFiles(Subject subject) {
    for (TestFile file : OtherFiles.ofNobody()) {
      survives(subject, file, "a file of nobody");
    }
    for (OtherFiles.Neighbour neighbour : OtherFiles.ofNeighbours()) {
      survives(subject, neighbour.file(), "an export of " + neighbour.connector());
    }
  }

  static void foreignEncodings(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      byte[] bytes = Subject.bytes(sample);
      if (SampleText.isText(bytes)) {
        String text = SampleText.of(bytes);
        for (String encoding : ENCODINGS) {
          survives(
              subject,
              Subject.like(sample, text.getBytes(Charset.forName(encoding))),
              "written in " + encoding);
        }
      }
    }
  }

  private static void survives(Subject subject, TestFile file, String how) {
    String which = file.name() + " (" + how + ")";
    try {
      Recognition recognition = subject.connector().recognise(file);
      RecordingSink sink = subject.read(file);
      boolean isSilent =
          sink.tables().isEmpty() && sink.issues().isEmpty() && sink.passedOver().isEmpty();
      require(
          !(recognition instanceof Recognition.Recognised && isSilent),
          "it is recognised, and then nothing at all is said of it; report an issue.");
    } catch (BrokenPromise broken) {
      throw new BrokenPromise(which + ": " + broken.getMessage(), broken);
    } catch (Throwable thrown) {
      throw new BrokenPromise(
          which
              + " ends in "
              + thrown
              + "; what is wrong with a file is an issue or a refusal in words, never an exception.",
          thrown);
    }
    require(
        file.openStreams() == 0,
        "%s leaves %d streams open; close them on every way out."
            .formatted(which, file.openStreams()));
  }
}
