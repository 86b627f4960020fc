package io.retainer.workspace.pull;

import io.retainer.model.client.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An account of a platform that is asked for a client's figures.
 *
 * @param kind the platform: {@value #ANALYTICS} so far
 * @param account the property's number
 * @param lookBack for how many days the platform still changes what it said
 * @param first from which day on it is asked
 * @param pulledUntil the last day that was imported
 * @param notBefore when it may be asked again, after a problem
 * @param problem why the last attempt ended early
 */
public record PullSource(
    String id,
    ClientId client,
    String kind,
    String account,
    int lookBack,
    LocalDate first,
    Optional<LocalDate> pulledUntil,
    Optional<Instant> notBefore,
    Optional<String> problem) {

  public static final String ANALYTICS = "google-analytics-4";

  /** Shorter than a window: a pull that has to stop after each one still gets on. */
  private static final int LONGEST_LOOK_BACK = 30;

  public PullSource {
    // It becomes a part of an address.
    if (!account.matches("[0-9]{1,20}")) {
      throw new IllegalArgumentException(
          "A property of Google Analytics is a number like 312345678 (Admin, Property details),"
              + " saw \""
              + account
              + "\"");
    }
    if (lookBack < 0 || lookBack > LONGEST_LOOK_BACK) {
      throw new IllegalArgumentException(
          "The look-back is 0 to " + LONGEST_LOOK_BACK + " days, saw " + lookBack);
    }
  }

  /** Where the next pull begins: what the platform may have changed is asked for again. */
  LocalDate next() {
    LocalDate next = pulledUntil.map(day -> day.plusDays(1).minusDays(lookBack)).orElse(first);
    return next.isBefore(first) ? first : next;
  }
}
