package io.retainer.app.deliveries;

import io.retainer.app.shell.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What the owner could not be told, and why: a mail to them that was not taken is sent again, with
 * what there is to tell by then, after 5, 15 and 30 minutes and each hour from then on.
 */
public final class UntoldOwner {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  /** What nobody tries any longer, as once nobody is to be told, is no news. */
  private static final Duration FORGOTTEN = Duration.ofHours(2);

  private static final int LONGEST_ANSWER = 4000;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public UntoldOwner(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** What the owner is told of. */
  public enum News {
    /** Mails and internal copies that did not arrive. */
    LOST,
    /** Reports that wait for a person. */
    HELD;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param tries how often it was tried
   * @param since the first of them
   * @param outcome of the last one: refused, unclear or notnow
   * @param answer what was said then
   */
  public record Untold(
      News news, int tries, Instant since, Instant next, String outcome, String answer) {

    /** Our own sentences in a language; a mail server's words as they are. */
    public String answerIn(Language language) {
      return Said.in(language, answer);
    }

    /** Ends the keys of its texts. */
    public String word() {
      return news.word();
    }
  }

  /** Those that are tried again. */
  public List<Untold> all() {
    return list().stream()
        .filter(each -> each.next().plus(FORGOTTEN).isAfter(clock.instant()))
        .toList();
  }

  /** What the owner could not be told for so long. */
  public List<Untold> forLongerThan(Duration time) {
    Instant latest = clock.instant().minus(time);
    return all().stream().filter(each -> each.since().isBefore(latest)).toList();
  }

  boolean isDue(News news) {
    return of(news).filter(each -> each.next().isAfter(clock.instant())).isEmpty();
  }

  /** A clock that was ahead put the next try off to a time that is far. */
  public void clockSetBack() {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate("update untold_owner set next_at = :now where next_at > :now")
                    .bind("now", clock.instant())
                    .execute());
  }

  /** They know, or there is nothing left to tell. */
  void told(News news) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate("delete from untold_owner where news = :news")
                    .bind("news", news.word())
                    .execute());
  }

  void untold(News news, Transport.Outcome outcome) {
    Instant now = clock.instant();
    Optional<Untold> before = of(news);
    int tries = before.map(Untold::tries).orElse(0) + 1;
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("delete from untold_owner where news = :news")
                  .bind("news", news.word())
                  .execute();
              handle
                  .createUpdate(
                      """
                      insert into untold_owner (news, tries, since, next_at, outcome, answer)
                      values (:news, :tries, :since, :next, :outcome, :answer)
                      """)
                  .bind("news", news.word())
                  .bind("tries", tries)
                  .bind("since", before.map(Untold::since).orElse(now))
                  .bind("next", now.plus(WAITS.get(Math.min(tries, WAITS.size()) - 1)))
                  .bind("outcome", outcome.word())
                  .bind("answer", cut(outcome.answer()))
                  .execute();
            });
  }

  private Optional<Untold> of(News news) {
    return list().stream().filter(each -> each.news() == news).findFirst();
  }

  private List<Untold> list() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from untold_owner order by since, news")
                    .map(UntoldOwner::read)
                    .list());
  }

  private static String cut(String answer) {
    return answer.substring(0, Math.min(LONGEST_ANSWER, answer.length()));
  }

  private static Untold read(ResultSet row, StatementContext context) throws SQLException {
    return new Untold(
        News.valueOf(row.getString("news").toUpperCase(Locale.ROOT)),
        row.getInt("tries"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("next_at", OffsetDateTime.class).toInstant(),
        row.getString("outcome"),
        row.getString("answer"));
  }
}
