package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period.Kind;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules as people read them. */
class RuleWordsTest {

  private static final Holidays HOLIDAYS = new Holidays(Path.of("none"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "business-day 3 at 08:00 | MONTH | Working day 3 of the month, 08:00",
        "business-day last at 08:00 in FI | MONTH | Last working day of the month, 08:00, without public holidays of FI",
        "business-day 22 at 08:00 | MONTH | Working day 22 of the month, 08:00 (the last one where there are fewer)",
        "business-day 16 at 08:00 in RU | MONTH | Working day 16 of the month, 08:00 (the last one where there are fewer), without public holidays of RU",
        "day 15 at 08:00 | MONTH | Day 15 of the month, 08:00",
        "day 31 at 08:00 | MONTH | Day 31 of the month, 08:00 (in a shorter month its last day)",
        "day 31 at 08:00 | YEAR | 31 January, 08:00",
        "day last at 08:00 | QUARTER | Last day of the first month after the quarter, 08:00",
        "monday at 08:00 | WEEK | Every Monday, 08:00",
        "tuesday 2 at 08:00 | MONTH | Second Tuesday of the month, 08:00",
        "cron 0 8 * * 0 | WEEK | Every Sunday, 08:00 (cron 0 8 * * 0)",
        "cron 0 8 * * mon | WEEK | Every Monday, 08:00 (cron 0 8 * * mon)",
        "cron 5 17 15 * * | MONTH | Day 15 of the month, 17:05 (cron 5 17 15 * *)",
        "cron 0 8 31 * * | MONTH | Day 31 of the month, 08:00, only in months that have this day (cron 0 8 31 * *)",
        "cron 0 8 * * 1 | MONTH | Mondays, 08:00; for each period once, at the first of these times (cron 0 8 * * 1)",
        "cron 0 8 1,15 * * | MONTH | Days 1 and 15 of the month, 08:00; for each period once, at the first of these times (cron 0 8 1,15 * *)",
        "cron 0 8 10-12 * * | QUARTER | Days 10, 11 and 12 of the month, 08:00; for each period once, at the first of these times (cron 0 8 10-12 * *)",
        "cron 0 8 * * MON,THU | WEEK | Mondays and Thursdays, 08:00; for each period once, at the first of these times (cron 0 8 * * MON,THU)",
        "cron 0 8,14 * * 0,7 | WEEK | Sundays, 08:00 and 14:00; for each period once, at the first of these times (cron 0 8,14 * * 0,7)",
        "cron 0 8 * * 0-6 | WEEK | Every day, 08:00; for each period once, at the first of these times (cron 0 8 * * 0-6)",
        // In a week without one of the days nothing comes, and in short months there is none.
        "cron 0 8 1,15 * * | WEEK | cron 0 8 1,15 * *",
        "cron 0 8 29,30 * * | MONTH | cron 0 8 29,30 * *",
        "cron 0 8 31 * * | QUARTER | cron 0 8 31 * *",
        // Either of both is enough.
        "cron 0 8 1 * 1 | MONTH | cron 0 8 1 * 1",
        "cron 0 8 */2 * * | MONTH | cron 0 8 */2 * *",
        "cron 0 8 15 1 * | YEAR | 15 January, 08:00 (cron 0 8 15 1 *)",
        "cron 0 8 5 1,4,7,10 * | QUARTER | 5 January, 5 April, 5 July and 5 October, 08:00 (cron 0 8 5 1,4,7,10 *)",
        "cron 0 8 5 JAN,mar * | QUARTER | 5 January and 5 March, 08:00; for each period once, at the first of these times (cron 0 8 5 JAN,mar *)",
        "cron 0 8,9 1 7 * | YEAR | 1 July, 08:00 and 09:00; for each period once, at the first of these times (cron 0 8,9 1 7 *)",
        // Not in each year, and not in each of the months.
        "cron 0 8 29 2 * | YEAR | cron 0 8 29 2 *",
        "cron 0 8 31 1,4 * | QUARTER | cron 0 8 31 1,4 *",
        "cron 0 8 1,2 1 * | YEAR | cron 0 8 1,2 1 *",
        "cron 0 8 * 1 * | YEAR | cron 0 8 * 1 *",
      })
  void inEnglish(String rule, Kind kind, String words) {
    assertThat(words(rule, kind, Language.EN)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RU | wednesday at 08:00 | WEEK | Каждую среду, 08:00",
        "RU | sunday last at 08:00 | MONTH | Последнее воскресенье месяца, 08:00",
        "RU | day 30 at 08:00 | MONTH | 30-е число месяца, 08:00 (если месяц короче — его последний день)",
        "BE | friday 2 at 08:00 | MONTH | Другая пятніца месяца, 08:00",
        "BE | business-day last at 08:00 | QUARTER | Апошні працоўны дзень квартала, 08:00",
        "RU | cron 0 8 1,15 * * | MONTH | 1-е и 15-е числа месяца, 08:00; за каждый период один раз, в первый из этих сроков (cron 0 8 1,15 * *)",
        "RU | cron 0 8,14 * * 1,4 | WEEK | По понедельникам и четвергам, 08:00 и 14:00; за каждый период один раз, в первый из этих сроков (cron 0 8,14 * * 1,4)",
        "BE | cron 0 8 1,10,20 * * | MONTH | 1-га, 10-га і 20-га чысла месяца, 08:00; за кожны перыяд адзін раз, у першы з гэтых тэрмінаў (cron 0 8 1,10,20 * *)",
        "BE | cron 0 8 * * TUE,WED | WEEK | Па аўторках і серадах, 08:00; за кожны перыяд адзін раз, у першы з гэтых тэрмінаў (cron 0 8 * * TUE,WED)",
        "RU | cron 0 8 15 1 * | YEAR | 15 января, 08:00 (cron 0 8 15 1 *)",
        "BE | cron 0 8 5 1,7 * | QUARTER | 5 студзеня і 5 ліпеня, 08:00 (cron 0 8 5 1,7 *)",
        "FI | cron 0 8 15 1 * | YEAR | 15. tammikuuta klo 8.00 (cron 0 8 15 1 *)",
        "FI | cron 0 8 1,15 * * | MONTH | Kuukauden 1. ja 15. päivä klo 8.00; kultakin jaksolta kerran, ensimmäisenä näistä ajankohdista (cron 0 8 1,15 * *)",
        "FI | cron 0 8 * * 1,4 | WEEK | Maanantaisin ja torstaisin klo 8.00; kultakin jaksolta kerran, ensimmäisenä näistä ajankohdista (cron 0 8 * * 1,4)",
        "FI | monday at 08:00 | WEEK | Joka maanantai klo 8.00",
        "FI | thursday last at 08:00 | MONTH | Kuukauden viimeinen torstai klo 8.00",
        "FI | day 1 at 08:00 | YEAR | 1. tammikuuta klo 8.00",
      })
  void inOtherLanguages(Language language, String rule, Kind kind, String words) {
    assertThat(words(rule, kind, language)).isEqualTo(words);
  }

  private static String words(String rule, Kind kind, Language language) {
    return Rule.parse(rule, HOLIDAYS).in(Texts.in(language), kind);
  }
}
