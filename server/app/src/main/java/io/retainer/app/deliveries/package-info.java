/**
 * The mail that carries reports: a row for each recipient, which says what happened to it.
 *
 * <p>Enter at {@link io.retainer.app.deliveries.Postman}. A mail is claimed by one conditional
 * update, handed to a {@link io.retainer.app.deliveries.Transport}, and its result is written after
 * the other side has answered. Promises:
 *
 * <ul>
 *   <li>Of several threads that try to send a mail, one does.
 *   <li>What the mail server refuses for good (5xx) is not tried again; what it cannot take now
 *       (4xx, no connection) is, as {@link io.retainer.app.deliveries.RetryPolicy} says.
 *   <li>A mail may have left or not when the process ended while all of it was being handed over,
 *       or when the mail server got all of it and broke off without an answer. Its state is then
 *       <em>unknown</em>, and it is not sent again before a person says so; the Message-ID stays
 *       the same, by which mail programs can tell that it is the same mail.
 *   <li>What goes to somebody who knows again what they have got, as a webhook does by its key, is
 *       repeated by itself instead, as often as a mail that was not taken, and unknown after that.
 *   <li>Nothing leaves to somebody who is not on the client's list of recipients, if it has one: it
 *       is asked when a schedule is saved, when it is run, and before each mail.
 *   <li>What the other side answered is written down even if the disk is full at that moment, as
 *       soon as there is room, for as long as the process lives; after that the mail is unknown. A
 *       mail that cannot be said to be leaving does not leave.
 *   <li>What did not arrive goes to another address at most once, however many ask for it: the row
 *       of the old one is settled and the row of the new one made in one transaction.
 *   <li>All that failed, sent again together, are none that may have arrived and none that a later
 *       report has taken the place of.
 *   <li>The owner is told once of each mail that failed for good or is unknown.
 *   <li>When the process ends earlier, the mail cannot have arrived and is sent at the next start.
 * </ul>
 */
package io.retainer.app.deliveries;
