package io.retainer.rendering.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Reason;
import io.retainer.spi.Additivity;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Datasets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static Words in(String language) {
    return Words.of(Locale.forLanguageTag(language));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "be", "fi"})
  void areCompleteInEveryLanguage(String language) {
    List<String> english =
        in("en").all().keySet().stream().filter(key -> !key.endsWith(".one")).toList();

    assertThat(in(language).all().keySet())
        .containsAll(english.stream().filter(key -> !key.endsWith(".other")).toList());
    assertThat(in(language).all().values()).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "be"})
  void haveNothingLeftInEnglish(String language) {
    in(language)
        .all()
        .forEach(
            (key, text) -> {
              boolean technical =
                  key.startsWith("number.")
                      || key.startsWith("money.")
                      || key.startsWith("date.")
                      || key.startsWith("headline.")
                      || key.equals("delta.none")
                      || key.equals("plural.rule");
              if (!technical) {
                assertThat(text).as(key).containsPattern("\\p{IsCyrillic}");
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void nameEveryDimensionAndDataset(String language) {
    for (var dataset : Datasets.all()) {
      assertThat(in(language).find("dataset." + dataset.name())).as(dataset.name()).isPresent();
      dataset.columns().stream()
          .filter(column -> column.additivity() == Additivity.DIMENSION)
          .filter(column -> column.type() == ColumnType.TEXT)
          .forEach(
              column -> {
                assertThat(in(language).find("dimension." + column.name()))
                    .as(column.name())
                    .isPresent();
                assertThat(in(language).find("by." + column.name())).as(column.name()).isPresent();
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void nameEveryColumnOfEveryDataset(String language) {
    ColumnWords columns = ColumnWords.of(Locale.forLanguageTag(language));
    for (var dataset : Datasets.all()) {
      assertThat(dataset.columns())
          .allSatisfy(
              column ->
                  assertThat(columns.title(dataset.name(), column.name()))
                      .as(dataset.name() + "." + column.name())
                      .isNotBlank()
                      .isNotEqualTo(column.name()));
    }
  }

  /** A text for a column that there is no more is a text that nobody reads. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void sayTheSameOfColumnsInEveryLanguage(String language) {
    Set<String> keys = ColumnWords.of(Locale.forLanguageTag(language)).all().keySet();

    assertThat(keys).isEqualTo(ColumnWords.of(Locale.ENGLISH).all().keySet());
    assertThat(keys)
        .allSatisfy(
            key -> {
              String[] path = key.replaceFirst("[.]means$", "").split("[.]");
              assertThat(Datasets.all())
                  .filteredOn(each -> path.length == 1 || each.name().equals(path[0]))
                  .anyMatch(each -> each.find(path[path.length - 1]).isPresent());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "be"})
  void leaveNoColumnInEnglish(String language) {
    ColumnWords.of(Locale.forLanguageTag(language))
        .all()
        .forEach((key, text) -> assertThat(text).as(key).containsPattern("\\p{IsCyrillic}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void haveASentenceForEveryReason(String language) {
    ReasonTexts reasons = ReasonTexts.of(Locale.forLanguageTag(language));
    for (Reason.Code code : Reason.Code.values()) {
      String sentence =
          reasons.sentence(
              new Reason(code, List.of("2026-10-05..2026-10-07", "2026-10-19"), "In English."));

      assertThat(sentence).as(code.name()).endsWith(".").doesNotContain("{").hasSizeGreaterThan(15);
    }
  }

  /** What a worker says of a computation is for its author, and in English. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fi|VALUES_MISSING|1200,total|Lähteen tyhjiä arvoja on 1 200; ne eivät sisälly lukuun.",
        "en|PROFILES_ABSENT|1,network|Not included, as measured shortly before these days but not in"
            + " them: 1 (network).",
        "ru|PROFILES_ABSENT|1,network|Не вошло то, что измерялось незадолго до этих дней, а за сами эти"
            + " дни не измерено: 1 (соцсеть).",
        "fi|PROFILES_ABSENT|2,engine|Mukana ei ole kohteita, jotka mitattiin vähän ennen näitä päiviä"
            + " mutta ei näinä päivinä: 2 (hakukone).",
        "fi|EARLIER_DAYS_MISSING|2026-09-02,2026-11-01|Tässä lasketaan mukaan päivät"
            + " 2.\u00a0syyskuuta\u00a02026 alkaen, mutta tietoja on vasta"
            + " 1.\u00a0marraskuuta\u00a02026 alkaen.",
        "ru|NO_UPLIFT|trials,B|Вычислить нельзя: у варианта B нет участников.",
        "en|NO_UPLIFT|several,2|Cannot be computed: 2 experiments cannot be compared as one.",
        "en|NO_UPLIFT|several,5,button,2026-10-05,{1}|Cannot be computed: 5 experiments cannot be"
            + " compared as one: \"button\", \"2026-10-05\", \"{1}\" and 2 more.",
        "ru|NO_UPLIFT|several,2,кнопка,шапка|Вычислить нельзя: экспериментов 2 (\"кнопка\", \"шапка\"),"
            + " и сравнивать их как один нельзя.",
        "be|NO_UPLIFT|several,4,a,b,c|Вылічыць нельга: эксперыментаў 4 (\"a\", \"b\", \"c\" і яшчэ 1), і"
            + " параўноўваць іх як адзін нельга.",
        "fi|NO_UPLIFT|several,2,a,b|Ei laskettavissa: testejä on 2 (\"a\", \"b\"), eikä niitä voi verrata"
            + " yhtenä.",
        "be|NO_UPLIFT|successes,A"
            + "|Вылічыць нельга: у варыянта A няма вынікаў, з якімі можна параўнаць B.",
        "en|NOTHING_TO_MEASURE|median(total)"
            + "|Cannot be computed: there is no value in this period.",
        "fi|COMPUTATION_FAILED|it divides by zero|Luvun laskenta epäonnistui.",
      })
  void tellReadersWhyInTheirLanguageAlone(
      String language, Reason.Code code, String arguments, String expected) {
    Reason reason = new Reason(code, List.of(arguments.split(",")), "In English.");

    assertThat(ReasonTexts.of(Locale.forLanguageTag(language)).sentence(reason))
        .isEqualToNormalizingUnicode(expected.replace("1 200", "1\u00a0200"));
  }

  @Test
  void writeDaysInReasonsAsTheLanguageDoes() {
    Reason reason =
        new Reason(Reason.Code.NOT_IN_PERIOD, List.of("2026-05-01", "2026-09-30"), "No.");

    assertThat(ReasonTexts.of(Locale.forLanguageTag("be")).sentence(reason).replace('\u00a0', ' '))
        .isEqualTo(
            "За гэты перыяд даных няма; наяўныя даныя ахопліваюць 1 мая 2026 г. – 30 верасня 2026"
                + " г.");
  }

  @ParameterizedTest
  @CsvSource({
    "en,1,1 day",
    "en,2,2 days",
    "ru,1,1 день",
    "ru,2,2 дня",
    "ru,5,5 дней",
    "ru,11,11 дней",
    "ru,21,21 день",
    "be,22,22 дні",
    "be,112,112 дзён",
    "fi,1,1 päivä",
    "fi,3,3 päivää"
  })
  void choosePluralForms(String language, long count, String expected) {
    assertThat(in(language).plural("days", count, Long.toString(count))).isEqualTo(expected);
  }

  @Test
  void areEnglishForALanguageNobodyHasWrittenYet() {
    assertThat(Words.of(Locale.GERMAN).language()).isEqualTo("en");
  }

  @Test
  void neverReadWhatWasPutInAgain() {
    assertThat(Words.fill("{0} and {1}", "{1}", "b")).isEqualTo("{1} and b");
  }
}
