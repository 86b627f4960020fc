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
 *   <li>A mail that was being sent when the process ended may have left or not. It is sent once
 *       more under the same Message-ID, which mail programs show once, and the row is marked as
 *       interrupted. If that happens again, it fails and a person decides.
 * </ul>
 */
package io.retainer.app.deliveries;
