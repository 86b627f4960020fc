/**
 * Links for readers outside: who has one sees one run, its page and its files, without an account.
 *
 * <p>Enter at {@link io.retainer.app.links.Links}. Promises: a link works until it expires or is
 * revoked, and then says nothing about the client; its secret is shown once and kept as a hash;
 * each use is kept with its time, and nothing about the reader.
 */
package io.retainer.app.links;
