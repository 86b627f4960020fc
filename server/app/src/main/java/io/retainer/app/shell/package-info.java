/**
 * What every page and operation shares: the visitor, the words, the look, and how a problem is
 * told.
 *
 * <p>Enter at {@link io.retainer.app.shell.Pages} to show a page and at {@link
 * io.retainer.app.shell.Problem} to refuse a request. Promises: every value in a page is escaped by
 * its place; every answer carries the security headers; a bug's details stay in the log.
 */
package io.retainer.app.shell;
