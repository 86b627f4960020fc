/**
 * What people wrote into the reports of clients, with every earlier version of it.
 *
 * <p>Enter at {@link io.retainer.workspace.commentary.Commentaries}; {@link
 * io.retainer.workspace.commentary.CommentaryDesk} is where somebody writes.
 */
package io.retainer.workspace.commentary;
