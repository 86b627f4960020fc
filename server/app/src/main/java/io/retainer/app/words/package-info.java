/**
 * What account managers write into the reports of clients.
 *
 * <p>Enter at {@link io.retainer.app.words.WordsPages}. Promises: a report that is ready never
 * changes; words and the figures they were written at are kept with who and when, each version of
 * them; of two who write at once, the second is told.
 *
 * <p>Not here: what is checked of words before a report goes out ({@code gates}).
 */
package io.retainer.app.words;
