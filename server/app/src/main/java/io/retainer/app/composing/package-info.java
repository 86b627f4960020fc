/**
 * A client's own version of a report, composed by a form: which sections, in which order, with
 * which figures, compared with what.
 *
 * <p>Enter at {@link io.retainer.app.composing.CompositionPages}. What is composed is tried before
 * it is saved: the page says what it would change, and the PDF about an invented client shows it.
 * Each saved version can be brought back. The file behind it is in {@code
 * io.retainer.workspace.composing}.
 */
package io.retainer.app.composing;
