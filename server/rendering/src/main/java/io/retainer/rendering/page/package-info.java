/**
 * The page of an issue: the report as one HTML document, for a browser, a telephone, a printer and
 * a screen reader.
 *
 * <p>Enter through {@link io.retainer.rendering.page.IssuePage}. Promises: the figures are those of
 * the PDF and the workbook; each leads to its formula, its parts and the files behind it; the same
 * content gives the same bytes; nothing in the data becomes markup; it needs no script and has no
 * style of its own, so that the strictest policy of a browser lets it through.
 */
package io.retainer.rendering.page;
