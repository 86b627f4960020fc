/**
 * Takes reports to places besides mailboxes: a folder, an SFTP server, a webhook, a chat.
 *
 * <p>Enter at {@link io.retainer.app.destinations.Destined}, which stands before the mail server as
 * a {@link io.retainer.app.deliveries.Transport} like any other: states, retries, permanent
 * failure, the client's list and the log are those of mails. Promises:
 *
 * <ul>
 *   <li>A file in a folder is whole or not there, and overwrites none.
 *   <li>What is called is what the operator named: no redirection is followed, and an address
 *       within the own network, as it is resolved at the moment of the call, is not called unless
 *       the destination says {@code internal: true}.
 *   <li>An SFTP server that shows another key than the operator named gets nothing, and files get
 *       their names there once all of them lie there.
 *   <li>A call ends within a minute, and no more than 16 KB of an answer are read.
 *   <li>No token is written into an answer or a log.
 * </ul>
 */
package io.retainer.app.destinations;
