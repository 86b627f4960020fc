package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20231010|2023-10-10T00:00",
        "2025-07-11|2025-07-11T00:00",
        "2024041623|2024-04-16T23:00",
        "2023-07-08T00:00:00|2023-07-08T00:00",
        "2020-02-04 19:19 +0000|2020-02-04T22:19",
        "2015-02-01 13:34:14 +1100|2015-02-01T05:34:14",
        "2021-04-26T16:25:00+00:00|2021-04-26T19:25",
        "2024-01-02T03:04:05.678Z|2024-01-02T06:04:05",
        "Jun 09, 2018 09:30 pm|2018-06-09T21:30",
        "Mon, Apr 26, 2021 12:25|2021-04-26T12:25",
        "Mon, Apr 26, 2021 12:05 am|2021-04-26T00:05",
        "Thu, 5 Feb 2026|2026-02-05T00:00",
        "Aug 28, 2025|2025-08-28T00:00",
        "27 January 2026|2026-01-27T00:00",
        "2025-10-1|2025-10-01T00:00",
        "2025/10/01|2025-10-01T00:00",
        "1.2.2026|2026-02-01T00:00",
        "01.02.26 14:05|2026-02-01T14:05",
        "26 октября 2018 г., 14:56|2018-10-26T14:56",
        "5. helmikuuta 2026|2026-02-05T00:00",
        "12 janv. 2026|2026-01-12T00:00",
        "5 de febrero de 2026|2026-02-05T00:00",
        "3. März 2026|2026-03-03T00:00",
        "12-Mar-2026|2026-03-12T00:00",
        "5 студзеня 2026|2026-01-05T00:00"
      })
  void readsEveryFormSeen(String text, LocalDateTime expected) {
    Moment moment = DateText.parse(text, null);
    assertThat(moment == null ? null : moment.on(MINSK)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // long, as reports write it
        "October 5, 2026",
        "5 October 2026",
        "Monday, October 5, 2026",
        "5 октября 2026 г.",
        "понедельник, 5 октября 2026 г.",
        "5 кастрычніка 2026 г.",
        "5 жовтня 2026 р.",
        "5. lokakuuta 2026",
        "maanantai 5. lokakuuta 2026",
        "5 octobre 2026",
        "lundi 5 octobre 2026",
        "5 de octubre de 2026",
        "lunes, 5 de octubre de 2026",
        "5. Oktober 2026",
        "Montag, 5. Oktober 2026",
        "5 ottobre 2026",
        "lunedì 5 ottobre 2026",
        "5 de outubro de 2026",
        "segunda-feira, 5 de outubro de 2026",
        "5 października 2026",
        "poniedziałek, 5 października 2026",
        // short, as tables write it
        "Oct 5, 2026",
        "5 Oct 2026",
        "Mon, 5 Oct 2026",
        "05-Oct-2026",
        "05-Oct-26",
        "5 окт. 2026 г.",
        "5 окт 2026",
        "5 жовт. 2026 р.",
        "5 кас 2026",
        "5 кастр. 2026",
        "5.10.2026",
        "05.10.26",
        "5. lokak. 2026",
        "5 oct. 2026",
        "5 oct 2026",
        "5 ott 2026",
        "5. Okt. 2026",
        "5 de out. de 2026",
        "5 paź 2026",
        "5 paź. 2026",
        // without words
        "2026-10-05",
        "2026-10-5",
        "2026/10/05",
        "2026.10.05",
        "20261005"
      })
  void readsADayInEveryLanguage(String text) {
    assertThat(DateText.parse(text, null).date()).isEqualTo("2026-10-05");
  }

  @Test
  void tellsATuesdayFromTheMonthOfTheSameShortName() {
    assertThat(DateText.parse("mar. 6 oct. 2026", null).date()).isEqualTo("2026-10-06");
    assertThat(DateText.parse("mar, 6 ott 2026", null).date()).isEqualTo("2026-10-06");
    assertThat(DateText.parse("mar 10 mar 2026", null).date()).isEqualTo("2026-03-10");
    assertThat(DateText.parse("6 mar 2026", null).date()).isEqualTo("2026-03-06");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-05 14:30",
        "2026-10-05T14:30:00",
        "2026-10-05T14:30:00.000",
        "5.10.2026 14:30",
        "5.10.2026 klo 14.30",
        "5.10.2026, 14:30",
        "05.10.2026 14:30:00",
        "Oct 5, 2026, 2:30 PM",
        "Oct 5, 2026 02:30 pm",
        "October 5, 2026 at 2:30 PM",
        "5 окт. 2026 г., 14:30",
        "5 октября 2026 г. в 14:30",
        "5 octobre 2026 à 14:30",
        "5. Oktober 2026 um 14:30 Uhr",
        "202610051430"
      })
  void readsAMomentInEveryLanguage(String text) {
    assertThat(DateText.parse(text, null).on(MINSK)).isEqualTo("2026-10-05T14:30");
  }

  @ParameterizedTest
  @CsvSource({
    "4/30/21 6:04,MONTH_FIRST,2021-04-30T06:04",
    "03/04/2026,DAY_FIRST,2026-04-03T00:00",
    "03/04/2026,MONTH_FIRST,2026-03-04T00:00",
    "12/1/2010 8:26,MONTH_FIRST,2010-12-01T08:26"
  })
  void readsSlashesInTheOrderOfTheColumn(String text, DateOrder order, LocalDateTime expected) {
    assertThat(DateText.parse(text, order).on(MINSK)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "31/02/2026",
        "2026-13-01",
        "20261301",
        "yesterday",
        "12",
        "2026",
        "1,5",
        "0000-00-00",
        "99/99/9999",
        "2026-01-01 25:00",
        "May 01 2025 - May 31 2025"
      })
  void refusesImpossibleDates(String text) {
    assertThat(DateText.parse(text, DateOrder.DAY_FIRST)).isNull();
  }

  @Test
  void aColumnProvesItsOwnOrder() {
    assertThat(profile("03/04/2026", "13/04/2026").proven()).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(profile("4/3/26", "4/13/26").proven()).isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(profile("03/04/2026", "05/06/2026").isOpen()).isTrue();
    assertThat(profile("13/04/2026", "04/13/2026").isMixed()).isTrue();
    assertThat(profile("2026-04-03", "03.04.2026").isOpen()).isFalse();
  }

  private static DateProfile profile(String... cells) {
    var profile = new DateProfile();
    for (String cell : cells) {
      profile.see(cell);
    }
    return profile;
  }
}
