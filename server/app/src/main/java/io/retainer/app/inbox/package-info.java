/**
 * Exports that come by themselves: files dropped into a folder, attachments of mails.
 *
 * <p>Enter at {@link io.retainer.app.inbox.WatchedFolder} and {@code Mailbox}. Promises:
 *
 * <ul>
 *   <li>A file is taken when it has arrived whole; files that arrive together are imported
 *       together, as those of one upload are.
 *   <li>It moves only after its import, with a slip beside it that says what became of it. If the
 *       process ends in between, the next look finds the same bytes, which change nothing, and
 *       moves it then.
 *   <li>Links, folders and special files are neither followed nor moved, and the page says so.
 *   <li>Only mails of senders that somebody allowed are taken, each once by its number and its
 *       Message-ID; the others stay as they are. A mail is kept as it came before it is read, and
 *       no link in it is followed.
 *   <li>A mail that cannot be read, or fails three times, does not stop the next.
 * </ul>
 */
package io.retainer.app.inbox;
