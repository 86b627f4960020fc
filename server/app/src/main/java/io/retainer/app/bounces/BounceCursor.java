package io.retainer.app.bounces;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** How far each mailbox was read, and what was found in it. */
final class BounceCursor {

  private final Supplier<Jdbi> state;

  BounceCursor(Supplier<Jdbi> state) {
    this.state = state;
  }

  /**
   * A mailbox as it counts its mails.
   *
   * @param validity another one means that all mails have new numbers
   */
  record Box(String name, long validity) {

    private Map<String, ?> arguments() {
      return Map.of("name", name, "validity", validity);
    }
  }

  /** The number of the last mail that was read; empty before the first. */
  OptionalLong last(Box box) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select last_uid from bounce_mailbox
                        where name = :name and validity = :validity
                        """)
                    .bindMap(box.arguments())
                    .mapTo(Long.class)
                    .findOne())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** Whether these very bytes were dealt with, whatever number they had then. */
  boolean isRead(String sha256) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                        .createQuery("select count(*) from read_bounce where sha256 = :sha256")
                        .bind("sha256", sha256)
                        .mapTo(Long.class)
                        .one()
                    > 0);
  }

  void read(String sha256, Instant now) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into read_bounce (sha256, read_at) values (:sha256, :now)")
                    .bind("sha256", sha256)
                    .bind("now", now)
                    .execute());
  }

  void forget(Instant before) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate("delete from read_bounce where read_at < :before")
                    .bind("before", before)
                    .execute());
  }

  void read(Box box, long uid) {
    state
        .get()
        .useTransaction(
            handle -> {
              int changed =
                  handle
                      .createUpdate(
                          """
                          update bounce_mailbox set validity = :validity, last_uid = :uid
                          where name = :name
                          """)
                      .bindMap(box.arguments())
                      .bind("uid", uid)
                      .execute();
              if (changed == 0) {
                handle
                    .createUpdate(
                        """
                        insert into bounce_mailbox (name, validity, last_uid)
                        values (:name, :validity, :uid)
                        """)
                    .bindMap(box.arguments())
                    .bind("uid", uid)
                    .execute();
              }
            });
  }
}
