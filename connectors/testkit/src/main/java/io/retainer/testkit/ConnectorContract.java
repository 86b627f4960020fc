package io.retainer.testkit;

import io.retainer.spi.Connector;
import io.retainer.spi.ReadSettings;
import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
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
    return Subject.usualSettings();
  }

  /** Ids of connectors whose exports this one reads too, because it takes the place of them. */
  protected Set<String> ownNeighbours() {
    return Set.of();
  }

  @Test
  void isFoundThroughTheServiceLoader() {
    String id = connector().describe().id();
    boolean isFound =
        ServiceLoader.load(Connector.class).stream()
            .anyMatch(found -> found.get().describe().id().equals(id));
    if (!isFound) {
      throw new BrokenPromise(
          "No line of META-INF/services/io.retainer.spi.Connector names the connector " + id + ".");
    }
  }

  @Test
  void describesItselfInWords() {
    keeps(Promise.DESCRIBES_ITSELF);
  }

  @Test
  void recognisesItsSamples() {
    keeps(Promise.RECOGNISES_ITS_SAMPLES);
  }

  @Test
  void recognisesItsSamplesUnderAForeignName() {
    keeps(Promise.RECOGNISES_BY_CONTENT);
  }

  @Test
  void refusesForeignFilesWithAReason() {
    keeps(Promise.REFUSES_FOREIGN_FILES);
  }

  @Test
  void refusesTheExportsOfItsNeighbours() {
    keeps(Promise.REFUSES_ITS_NEIGHBOURS);
  }

  @Test
  void looksAtTheBeginningOnlyToRecogniseAFile() {
    keeps(Promise.RECOGNISES_BY_THE_BEGINNING);
  }

  @Test
  void readsRowsFromEachSampleWithoutIssues() {
    keeps(Promise.READS_ITS_SAMPLES);
  }

  @Test
  void fillsOnlyTheDatasetsItDescribes() {
    keeps(Promise.FILLS_WHAT_IT_DESCRIBES);
  }

  @Test
  void handsOverRowsThatFitTheirTable() {
    keeps(Promise.ROWS_FIT_THEIR_TABLE);
  }

  @Test
  void readsTheSameFromTheSameFile() {
    keeps(Promise.READS_THE_SAME_TWICE);
  }

  @Test
  void readsSeveralFilesAtTheSameTime() {
    keeps(Promise.KEEPS_NO_STATE);
  }

  @Test
  void closesWhatItOpens() {
    keeps(Promise.CLOSES_WHAT_IT_OPENS);
  }

  @Test
  void readsTheSameFromTextInUtf16() {
    keeps(Promise.READS_UTF_16);
  }

  @Test
  void readsFilesWithoutTheHeadingsItCanLiveWithout() {
    keeps(Promise.LIVES_WITHOUT_OPTIONAL_HEADINGS);
  }

  @Test
  void neverThrowsOverAFileThatBreaksOff() {
    keeps(Promise.SURVIVES_FILES_THAT_BREAK_OFF);
  }

  @Test
  void neverThrowsOverDamagedBytes() {
    keeps(Promise.SURVIVES_DAMAGED_BYTES);
  }

  @Test
  void neverThrowsOverForeignFilesItIsMadeToRead() {
    keeps(Promise.SURVIVES_FOREIGN_FILES);
  }

  @Test
  void neverThrowsOverForeignEncodings() {
    keeps(Promise.SURVIVES_FOREIGN_ENCODINGS);
  }

  @Test
  void needsNothingOfTheServerButTheSpi() {
    keeps(Promise.NEEDS_THE_SPI_ALONE);
  }

  /** Reads a file with {@link #settings}. */
  protected final RecordingSink read(TestFile file) throws IOException {
    var sink = new RecordingSink();
    connector().read(file, settings(), sink);
    return sink;
  }

  private void keeps(Promise promise) {
    promise.check(new Subject(connector(), samples(), settings(), ownNeighbours(), false));
  }
}
