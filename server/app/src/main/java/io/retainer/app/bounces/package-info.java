/**
 * Mails that came back: a mailbox is looked into for what mail servers return, hours after they
 * took a report.
 *
 * <p>Enter at {@link io.retainer.app.bounces.Bounces}. Promises:
 *
 * <ul>
 *   <li>A mail that came back for good is known by the address it was returned to, else by its
 *       Message-ID, else, if a mail server says so in the form made for it (RFC 3464), by its
 *       recipient when exactly one mail went there of late. What fits none or several is left where
 *       it lies, and so is what shows the Message-ID of a mail of somebody else.
 *   <li>A mail that is late has not failed, and an automatic reply is no bounce.
 *   <li>A bounce that is read twice changes nothing the second time. Nothing is sent again by
 *       itself.
 *   <li>Of a mail that came back no more than its first megabyte is read.
 * </ul>
 */
package io.retainer.app.bounces;
