package io.retainer.testkit;

import io.retainer.spi.ConnectorDescription;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Promises about what is said of a file before it is read, and of the connector itself. */
final class Recognising {

  private static final int PADDING = 24 << 20;
  private static final long MOST_READ = 8 << 20;

  private Recognising() {}

  static void describesItself(Subject subject) {
    ConnectorDescription said = subject.connector().describe();
    require(said != null, "describe() gave null.");
    require(!said.title().isBlank(), "The description has no title.");
    require(!said.about().isBlank(), "The description says nothing about what is read.");
    require(
        !said.exports().isEmpty(),
        "The description names no export; say export(name, the way to it click by click).");
    said.exports()
        .forEach(
            export ->
                require(
                    !export.how().isBlank(),
                    "The description does not say how to get \"" + export.name() + "\"."));
    require(
        !said.layouts().isEmpty(),
        "The description names no layout; say layout(name, what it is known from).");
    require(
        !said.tables().isEmpty(), "The description fills no dataset; say fills(dataset, from).");
    require(
        said.equals(subject.connector().describe()),
        "describe() says something else when it is asked again.");
  }

  static void recognisesItsSamples(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      require(
          subject.isRecognised(sample),
          "%s is a sample, and recognise refuses it: %s"
              .formatted(sample.name(), subject.refusal(sample)));
    }
  }

  static void recognisesItsSamplesUnderAForeignName(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      var renamed =
          TestFile.of("download (3)", Subject.bytes(sample))
              .with(sample.siblings().toArray(new io.retainer.spi.SourceFile[0]));
      require(
          subject.isRecognised(renamed),
          ("%s is not recognised any more when it is named \"download (3)\": decide by content,"
                  + " people rename files. It said: %s")
              .formatted(sample.name(), subject.refusal(renamed)));
    }
  }

  static void refusesForeignFiles(Subject subject) throws IOException {
    for (TestFile file : OtherFiles.ofNobody()) {
      require(
          !subject.isRecognised(file),
          file.name() + " is of no platform, and recognise takes it for one of its own.");
      require(
          !subject.refusal(file).isBlank(),
          "recognise refuses " + file.name() + " without a reason in words.");
    }
  }

  static void refusesItsNeighbours(Subject subject) throws IOException {
    for (OtherFiles.Neighbour neighbour : OtherFiles.ofNeighbours()) {
      boolean isOwn =
          neighbour.connector().equals(subject.id())
              || subject.ownNeighbours().contains(neighbour.connector());
      require(
          isOwn || !subject.isRecognised(neighbour.file()),
          ("%s is an export that the connector %s reads, and recognise takes it for its own. Ask for"
                  + " headings that only this platform has.")
              .formatted(neighbour.file().name(), neighbour.connector()));
    }
  }

  /** Of texts only: an archive's entries are at its end. */
  static void readsLittle(Subject subject) throws IOException {
    for (TestFile sample : subject.samples()) {
      byte[] bytes = Subject.bytes(sample);
      if (SampleText.isText(bytes)) {
        var large =
            TestFile.streamed(
                    sample.name(),
                    bytes.length + (long) PADDING,
                    () -> new SequenceInputStream(new ByteArrayInputStream(bytes), new Padding()))
                .with(sample.siblings().toArray(new io.retainer.spi.SourceFile[0]));
        subject.connector().recognise(large);
        require(
            large.bytesRead() <= MOST_READ,
            ("recognise read %,d bytes of a large file; every connector is asked about every file, so"
                    + " look at the beginning only.")
                .formatted(large.bytesRead()));
      }
    }
  }

  private static final class Padding extends InputStream {
    private int left = PADDING;

    @Override
    public int read() {
      return left-- > 0 ? '\n' : -1;
    }
  }

  static void require(boolean isKept, String otherwise) {
    if (!isKept) {
      throw new BrokenPromise(otherwise);
    }
  }
}
