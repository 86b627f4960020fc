/**
 * Platforms that are asked for their figures, with credentials kept sealed.
 *
 * <p>Enter at {@link io.retainer.workspace.pull.Puller}. Promises:
 *
 * <ul>
 *   <li>What a platform answered is imported as it came, under its hash, as an upload is. A day
 *       that is asked again takes the place of what was known about it.
 *   <li>Days are asked for in windows, and each window that was imported is recorded: a process
 *       that ends in the middle loses one window at most.
 *   <li>A credential leaves this package for the platform only. The database holds it encrypted and
 *       bound to its source; the key lies in a file beside it.
 *   <li>Only the platform's own addresses are asked, and no redirect is followed.
 * </ul>
 *
 * <p>{@code Platform} is what differs from one platform to the next, {@code Pull} what does not.
 *
 * <p>What it costs: Google's quota of tokens, so a pull stops and waits while some are left.
 */
package io.retainer.workspace.pull;
