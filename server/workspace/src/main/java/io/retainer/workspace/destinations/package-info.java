/**
 * Where reports go besides mailboxes: folders, SFTP servers, webhooks, chats. The operator names
 * them in a file of the home, an owner in the browser, which keeps their secrets sealed; whoever
 * makes schedules chooses among the names.
 *
 * <p>Enter at {@link io.retainer.workspace.destinations.Destinations}. A destination is written as
 * a recipient, {@code archive@folder}, so that the client's list of allowed recipients, states,
 * retries and the log hold for it as for mails. No mailbox of the internet has a domain without a
 * dot.
 */
package io.retainer.workspace.destinations;
