/**
 * How a language writes numbers, dates, changes and reasons: the same words in the PDF, the
 * workbook, the e-mail and the pages.
 *
 * <p>Enter through {@link io.retainer.rendering.words.Formats} and {@link
 * io.retainer.rendering.words.ReasonTexts}. Nothing is asked of the machine's own locale data,
 * which differs between Java versions: the same figure prints the same on every machine. A language
 * is one file {@code words_<language>.properties}; a test lists what is missing in it.
 */
package io.retainer.rendering.words;
