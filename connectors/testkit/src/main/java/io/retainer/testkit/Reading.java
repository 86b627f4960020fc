package io.retainer.testkit;

import static io.retainer.testkit.Recognising.require;

import io.retainer.testkit.RecordingSink.ReadTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Promises about what is handed over. */
final class Reading {

  private static final int AT_ONCE = 4;

  private Reading() {}

  static void readsRows(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      RecordingSink read = subject.read(sample);
      require(
          read.issues().isEmpty(),
          "%s is a sample, and reading it reports %s".formatted(sample.name(), read.issues()));
      require(
          read.tables().stream().anyMatch(table -> !table.rows().isEmpty()),
          "%s is a sample, and no row of it is handed over; the rejected ones: %s"
              .formatted(
                  sample.name(),
                  read.tables().stream().flatMap(table -> table.rejected().stream()).toList()));
    }
  }

  static void fillsWhatItDescribes(Subject subject) throws IOException {
    List<String> described = subject.connector().describe().datasets();
    for (TestFile sample : subject.samples()) {
      for (ReadTable table : subject.read(sample).tables()) {
        String dataset = table.header().dataset().name();
        require(
            described.contains(dataset),
            "%s fills %s, and the description says it fills %s"
                .formatted(sample.name(), dataset, described));
      }
    }
  }

  static void rowsFit(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      for (ReadTable table : subject.read(sample).tables()) {
        FittingRows.check(sample.name(), table);
      }
    }
  }

  static void readsTheSameTwice(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      String first = subject.read(sample).transcript();
      String second = subject.read(sample).transcript();
      require(
          first.equals(second),
          "%s reads otherwise the second time.%nFirst: %s%nThen: %s"
              .formatted(sample.name(), first, second));
    }
  }

  /** One instance serves many files, on several threads. */
  static void keepsNoState(Subject subject) throws Exception {
    List<String> alone = new ArrayList<>();
    for (TestFile sample : subject.samples()) {
      alone.add(subject.read(sample).transcript());
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<String>> all =
          Stream.generate(subject.samples()::stream)
              .limit(AT_ONCE)
              .flatMap(samples -> samples)
              .<Callable<String>>map(sample -> () -> subject.read(sample).transcript())
              .toList();
      List<Future<String>> together = threads.invokeAll(all);
      for (int i = 0; i < together.size(); i++) {
        int sample = i % alone.size();
        require(
            together.get(i).get().equals(alone.get(sample)),
            "%s reads otherwise while other files are read; keep no state between calls."
                .formatted(subject.samples().get(sample).name()));
      }
    } catch (ExecutionException e) {
      throw new BrokenPromise("While several files were read, it threw " + e.getCause(), e);
    } finally {
      threads.shutdown();
    }
  }

  static void closesWhatItOpens(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      subject.connector().recognise(sample);
      require(
          sample.openStreams() == 0,
          "recognise leaves %d streams of %s open.".formatted(sample.openStreams(), sample.name()));
      subject.read(sample);
      require(
          sample.openStreams() == 0,
          "read leaves %d streams of %s open.".formatted(sample.openStreams(), sample.name()));
    }
  }

  static void readsUtf16(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      byte[] bytes = Subject.bytes(sample);
      if (SampleText.isText(bytes) && SampleText.charset(bytes).equals(StandardCharsets.UTF_8)) {
        String text = "\uFEFF" + SampleText.of(bytes).replace("\uFEFF", "");
        var utf16 = Subject.like(sample, text.getBytes(StandardCharsets.UTF_16LE));
        require(
            subject.isRecognised(utf16),
            "%s is not recognised when it is saved in UTF-16: %s"
                .formatted(sample.name(), subject.refusal(utf16)));
        require(
            subject.read(utf16).tables().equals(subject.read(sample).tables()),
            sample.name() + " reads otherwise when it is saved in UTF-16.");
      }
    }
  }

  /** A heading that may be missing is taken out of every sample that has it. */
  static void livesWithout(Subject subject) throws IOException {
    Map<String, List<TestFile>> without = WithoutHeading.of(subject);
    for (String heading : subject.connector().describe().optionalHeadings()) {
      List<TestFile> files = without.get(heading);
      require(
          !files.isEmpty(),
          ("The description says that files without \"%s\" are read, and no sample (that is a text)"
                  + " has that heading: write it as it stands there, or add a sample with it.")
              .formatted(heading));
      for (TestFile file : files) {
        String which = "%s without the column \"%s\"".formatted(file.name(), heading);
        require(subject.isRecognised(file), which + " is not recognised: " + subject.refusal(file));
        RecordingSink read = subject.read(file);
        require(read.issues().isEmpty(), which + " reports " + read.issues());
        require(
            read.tables().stream().anyMatch(table -> !table.rows().isEmpty()),
            which + " gives no row any more.");
      }
    }
  }
}
