/**
 * Who may come in and what they may do.
 *
 * <p>People sign in with a name and a password and get a session; programs bring an API token; the
 * launcher on the same machine has a token of its own. All secrets are kept as fingerprints,
 * passwords as slow salted hashes. {@link io.retainer.app.access.Gate} refuses every operation that
 * has no rule, and every change that does not come from our own pages or with a token.
 */
package io.retainer.app.access;
