package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.pdf.Pagination.Part;
import io.retainer.rendering.pdf.Pagination.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On pages of A4. */
class PaginationTest {

  private static final int PAGE = 740;

  private static List<Part> section(int... heights) {
    return IntStream.of(heights).mapToObj(Part::whole).toList();
  }

  private static List<Place> places(int used, List<List<Part>> sections) {
    return Pagination.of(PAGE, used, sections);
  }

  private static Place below(Integer... breaks) {
    return new Place(false, Set.of(breaks));
  }

  private static Place fresh(Integer... breaks) {
    return new Place(true, Set.of(breaks));
  }

  @Test
  void shortSectionsShareAPage() {
    assertThat(places(0, List.of(section(80), section(200, 100), section(200))))
        .containsExactly(below(), below(), below());
  }

  @Test
  void aSectionThatDoesNotFitBeginsAPage() {
    assertThat(places(0, List.of(section(300, 200), section(200, 200))))
        .containsExactly(below(), fresh());
  }

  /** The table of a section that is longer than a page would stand alone on the second. */
  @Test
  void theNextSectionBeginsBelowWhatWouldStandAlone() {
    assertThat(places(0, List.of(section(270, 150, 260, 200), section(280, 180, 180))))
        .containsExactly(below(3), below(2));
  }

  /** What changed most, on the page after the tiles. */
  @Test
  void theFirstSectionBeginsBelowWhatIsLeftOfTheScorecard() {
    assertThat(places(130, List.of(section(250, 180, 230)))).containsExactly(below(2));
  }

  @Test
  void aFullPageIsFollowedByANewOne() {
    assertThat(places(PAGE, List.of(section(200)))).containsExactly(fresh());
  }

  @Test
  void aTableOfMoreThanAPageGoesOnWhereItIs() {
    assertThat(places(0, List.of(List.of(Part.whole(300), new Part(2_000, 130)), section(100))))
        .containsExactly(below(), below());
  }

  @Test
  void aTableThatFitsOnAPageGoesOnRatherThanToLeaveOneMostlyEmpty() {
    assertThat(places(0, List.of(List.of(Part.whole(200), new Part(600, 130)))))
        .containsExactly(below());
  }

  @Test
  void aTableOfOneRowBeginsWhereThereIsRoomForMore() {
    assertThat(places(0, List.of(List.of(Part.whole(640), new Part(83, 130)))))
        .containsExactly(below(1));
  }

  @Test
  void manySectionsAreChosenInNoTime() {
    List<List<Part>> many =
        Stream.iterate(1, i -> i + 1)
            .limit(60)
            .map(i -> section(200 + i, 150 + i * 7 % 60, 180 + i * 11 % 90))
            .toList();

    assertThat(Pagination.of(PAGE, 0, many)).hasSize(60);
  }
}
