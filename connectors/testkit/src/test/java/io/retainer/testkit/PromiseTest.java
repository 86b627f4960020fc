package io.retainer.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.retainer.spi.Connector;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract catches bad connectors: each by the test that is named for it. */
class PromiseTest {

  @ParameterizedTest
  @EnumSource(Promise.class)
  void aSoundConnectorKeepsEveryPromise(Promise promise) {
    assertThatCode(() -> promise.check(subject(new SoundConnector()))).doesNotThrowAnyException();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(new BrokenConnectors.SaysNothing(), Promise.DESCRIBES_ITSELF, "about"),
        arguments(
            new BrokenConnectors.RefusesItsOwn(), Promise.RECOGNISES_ITS_SAMPLES, "I know nothing"),
        arguments(
            new BrokenConnectors.GoesByTheName(), Promise.RECOGNISES_BY_CONTENT, "people rename"),
        arguments(
            new BrokenConnectors.TakesAnything(), Promise.REFUSES_FOREIGN_FILES, "of no platform"),
        arguments(
            new BrokenConnectors.RefusesWithoutAReason(),
            Promise.REFUSES_FOREIGN_FILES,
            "without a reason"),
        arguments(
            new BrokenConnectors.TakesItsNeighbours(),
            Promise.REFUSES_ITS_NEIGHBOURS,
            "google-search-console"),
        arguments(
            new BrokenConnectors.ReadsAllToRecognise(),
            Promise.RECOGNISES_BY_THE_BEGINNING,
            "look at the beginning only"),
        arguments(new BrokenConnectors.ReadsNothing(), Promise.READS_ITS_SAMPLES, "no row"),
        arguments(
            new BrokenConnectors.FillsSomethingElse(),
            Promise.FILLS_WHAT_IT_DESCRIBES,
            "fills web_traffic"),
        arguments(
            new BrokenConnectors.WrongType(), Promise.ROWS_FIT_THEIR_TABLE, "class java.lang"),
        arguments(
            new BrokenConnectors.WrongGrain(),
            Promise.ROWS_FIT_THEIR_TABLE,
            "the table's grain is DAY"),
        arguments(new BrokenConnectors.NoCurrency(), Promise.ROWS_FIT_THEIR_TABLE, "ISO 4217"),
        arguments(
            new BrokenConnectors.ReadsOtherwiseLater(),
            Promise.READS_THE_SAME_TWICE,
            "otherwise the second time"),
        arguments(
            new BrokenConnectors.KeepsState(), Promise.KEEPS_NO_STATE, "no state between calls"),
        arguments(new BrokenConnectors.LeavesOpen(), Promise.CLOSES_WHAT_IT_OPENS, "1 streams"),
        arguments(new BrokenConnectors.KnowsUtf8Only(), Promise.READS_UTF_16, "saved in UTF-16"),
        arguments(
            new BrokenConnectors.CannotLiveWithout(),
            Promise.LIVES_WITHOUT_OPTIONAL_HEADINGS,
            "without the column \"Orders\" reports"),
        arguments(
            new BrokenConnectors.DeclaresAHeadingNobodyHas(),
            Promise.LIVES_WITHOUT_OPTIONAL_HEADINGS,
            "no sample (that is a text) has that heading"),
        arguments(
            new BrokenConnectors.ThrowsOverShortLines(),
            Promise.SURVIVES_FILES_THAT_BREAK_OFF,
            "ArrayIndexOutOfBoundsException"),
        arguments(
            new BrokenConnectors.SaysNothingOfAnEmptyFile(),
            Promise.SURVIVES_FILES_THAT_BREAK_OFF,
            "nothing at all is said of it"),
        arguments(
            new BrokenConnectors.ThrowsOverBadNumbers(),
            Promise.SURVIVES_DAMAGED_BYTES,
            "NumberFormatException"),
        arguments(
            new BrokenConnectors.ThrowsOverForeignFiles(),
            Promise.SURVIVES_FOREIGN_FILES,
            "IllegalStateException"),
        arguments(
            new BrokenConnectors.ThrowsOverForeignEncodings(),
            Promise.SURVIVES_FOREIGN_ENCODINGS,
            "written in UTF-16BE"),
        arguments(
            new BrokenConnectors.NeedsTheTestKit(), Promise.NEEDS_THE_SPI_ALONE, "needs more"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenOneIsCaughtByTheTestOfThatPromise(Connector bad, Promise promise, String words) {
    BrokenPromise broken =
        catchThrowableOfType(BrokenPromise.class, () -> promise.check(subject(bad)));

    assertThat(broken).as(promise.words()).isNotNull().hasMessageContaining(words);
  }

  @Test
  void noPromiseIsWithoutAConnectorThatBreaksIt() {
    Set<Object> caught = broken().map(arguments -> arguments.get()[1]).collect(Collectors.toSet());

    assertThat(caught).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Promise.class));
  }

  private static Subject subject(Connector connector) {
    return new Subject(
        connector,
        List.of(TestFile.of("visits.csv", SoundConnector.SAMPLE)),
        Subject.usualSettings(),
        Set.of(),
        false);
  }
}
