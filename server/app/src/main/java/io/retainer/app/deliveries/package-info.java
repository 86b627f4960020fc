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
 *   <li>A mail may have left or not when the process ended while it was being sent, or when the
 *       mail server got all of it and broke off without an answer. It is sent once more under the
 *       same Message-ID, by which mail programs can tell it is the same, and the row is marked as
 *       interrupted. If that happens again, it fails and a person decides. This is the only way in
 *       which a recipient can have a report twice.
 * </ul>
 */
package io.retainer.app.deliveries;
