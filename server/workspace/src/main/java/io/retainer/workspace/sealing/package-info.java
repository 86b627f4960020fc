/**
 * Secrets that the server has to be able to read again: credentials of platforms and keys of second
 * steps. They are kept encrypted, each bound to its owner, under a key in a file of its own.
 *
 * <p>Enter at {@link io.retainer.workspace.sealing.KeyChange}. A copy of the database opens
 * nothing; a change of the key that is broken off loses nothing.
 */
package io.retainer.workspace.sealing;
