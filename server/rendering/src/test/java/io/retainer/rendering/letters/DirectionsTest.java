package io.retainer.rendering.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.letters.Directions.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectionsTest {

  @Test
  void leavesWhatIsReadFromTheLeftAsItIs() {
    String text = "Кавярня «Ў цэнтры» 12 345,67 €";

    assertThat(Directions.isMixed(text)).isFalse();
    assertThat(Directions.name(text)).isSameAs(text);
    assertThat(Directions.sentence(text)).isSameAs(text);
  }

  @Test
  void figuresAfterANameInASentenceStayBehindIt() {
    assertThat(Directions.pieces("שלום עולם 12 %"))
        .as("as it comes")
        .containsExactly(
            new Piece("12", false),
            new Piece(" ", false),
            new Piece("שלום עולם", true),
            new Piece(" %", false));
    assertThat(Directions.pieces(Directions.sentence("In שלום עולם 12 %")))
        .containsExactly(
            new Piece("In ", false), new Piece("שלום עולם", true), new Piece(" 12 %", false));
  }

  @Test
  void aNameThatBeginsASentenceTurnsNothingElse() {
    String text = Directions.sentence("שלום עולם 12 clicks");

    assertThat(text).as("engines ask the first letter").startsWith("\u200e");
    assertThat(Directions.pieces(text))
        .containsExactly(new Piece("שלום עולם", true), new Piece(" 12 clicks", false));
    assertThat(Directions.sentence("שלום 12 %"))
        .as("nothing but a name and its figures")
        .isEqualTo(Directions.name("שלום 12 %"));
  }

  @Test
  void everyNameOfASentenceIsKeptFromTheNextFigures() {
    String text = Directions.sentence("Up: קפה 1, مرحبا 2 and תה.");

    assertThat(Directions.pieces(text))
        .extracting(Piece::text)
        .containsExactly("Up: ", "קפה", " 1, ", "مرحبا", " 2 and ", "תה", ".");
    assertThat(Directions.unmarked(text)).isEqualTo("Up: קפה 1, مرحبا 2 and תה.");
  }

  @Test
  void aNameFollowsItsFirstLetter() {
    assertThat(Directions.pieces(Directions.name("שלום 2024!")))
        .as("figures and mark to the left of the word")
        .containsExactly(
            new Piece("!", true),
            new Piece("2024", false),
            new Piece(" ", false),
            new Piece("שלום", true));
    assertThat(Directions.pieces(Directions.name("Sale שלום 2024!")))
        .containsExactly(
            new Piece("Sale ", false), new Piece("שלום", true), new Piece(" 2024!", false));
  }

  @Test
  void vowelsStayWithTheirWord() {
    assertThat(Directions.sentence("In שָׁלוֹםָ 5")).isEqualTo("In שָׁלוֹםָ\u200e 5");
  }

  @Test
  void ordersInTheDataAreNone() {
    assertThat("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".chars())
        .allMatch(Directions::isCommand);
    assertThat(Directions.isCommand('א')).isFalse();
    assertThat(List.of(0x200d, 0x200c)).noneMatch(Directions::isCommand);
  }
}
