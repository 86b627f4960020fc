/**
 * Takes reports to places besides mailboxes: a folder, an SFTP server, a webhook, a chat.
 *
 * <p>Enter at {@link io.retainer.app.destinations.Destined}, which stands before the mail server as
 * a {@link io.retainer.app.deliveries.Transport} like any other: states, retries, permanent
 * failure, the client's list and the log are those of mails. Promises:
 *
 * <ul>
 *   <li>A file in a folder is whole or not there, and overwrites none.
 *   <li>What is called is what an owner or the operator named: no redirection is followed, and an
 *       address within the own network, as it is resolved at the moment of the call, is not called
 *       unless the operator says {@code internal: true}.
 *   <li>An SFTP server that shows another key than the one that was named gets nothing, and files
 *       get their names there once all of them lie there.
 *   <li>A call ends within a minute, a session with an SFTP server within five, and no more than 16
 *       KB of a call's answer are read.
 *   <li>No token is written into an answer or a log.
 * </ul>
 */
package io.retainer.app.destinations;
