/**
 * Reports that go out by themselves: a {@link io.retainer.app.schedules.Schedule} says when, about
 * which period and to whom.
 *
 * <p>Enter at {@link io.retainer.app.schedules.Issuer}. A {@link io.retainer.app.schedules.Rule} is
 * pure and works in the client's zone; {@link io.retainer.app.schedules.Timekeeper} turns times
 * that have come into occurrences; the issuer renders and hands over to {@code deliveries}.
 * Promises:
 *
 * <ul>
 *   <li>A schedule issues a period once, whatever is restarted: the row of schedule and period is
 *       the claim. Again only when somebody asks for it in so many words.
 *   <li>A time that was missed because the server stood still is made up for within the window of
 *       its schedule, a day unless said; later than that it is held, and a person decides.
 *   <li>A report of a period that is not over, or in which no channel has data, is held with the
 *       reason instead of sent.
 *   <li>By the clock no report goes out of which days are not imported yet: it waits for them, then
 *       for a person, unless its schedule says that it shall be sent as it is.
 *   <li>A report that waits for approval is decided once, whoever clicks how often, and goes out
 *       with the bytes that were looked at.
 *   <li>Who has a period already gets a correction that says so; the earlier run stays as it was.
 * </ul>
 */
package io.retainer.app.schedules;
