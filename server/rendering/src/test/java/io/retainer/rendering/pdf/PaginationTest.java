package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.pdf.Pagination.Part;
import io.retainer.rendering.pdf.Pagination.Place;
import java.util.List;
import java.util.Map;
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
    return Pagination.of(PAGE, used, sections).sections();
  }

  private static Place below(Integer... breaks) {
    return new Place(false, Set.of(breaks), Map.of());
  }

  private static Place fresh(Integer... breaks) {
    return new Place(true, Set.of(breaks), Map.of());
  }

  @Test
  void shortSectionsShareAPage() {
    assertThat(places(0, List.of(section(80), section(200, 100), section(200))))
        .containsExactly(below(), below(), below());
  }

  @Test
  void aSectionThatDoesNotFitBeginsAPage() {
    assertThat(places(0, List.of(section(320, 200), section(200, 200))))
        .containsExactly(below(), fresh());
  }

  /** Rather than to leave a page empty by more than a third. */
  @Test
  void aSectionBeginsBelowWhatWouldLeaveAPageEmpty() {
    assertThat(places(0, List.of(section(250, 200), section(200, 200))))
        .containsExactly(below(), below(1));
  }

  /** Its trend is drawn higher: by what is missing to three quarters of a page. */
  @Test
  void aSectionGrowsToFillAPageThatOthersFollow() {
    List<Part> grows = List.of(Part.whole(300), new Part(180, 180, 60));

    assertThat(places(0, List.of(grows, section(400, 200))))
        .containsExactly(new Place(false, Set.of(), Map.of(1, 60)), fresh());
    assertThat(places(0, List.of(grows))).containsExactly(below());
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

  /** Tiles at a page's foot would have their chart on the next; a table goes there instead. */
  @Test
  void anOpeningStandsWithTheChartBelowIt() {
    assertThat(places(0, List.of(section(430, 210, 420), section(300, 230))))
        .containsExactly(below(2), fresh());
    assertThat(places(0, List.of(section(360, 360, 370), section(200, 390, 370))))
        .containsExactly(below(2), fresh(2));
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

    assertThat(places(0, many)).hasSize(60);
  }
}
