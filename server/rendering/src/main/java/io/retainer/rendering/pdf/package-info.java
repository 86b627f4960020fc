/**
 * The PDF. JasperReports lays the pages out from the JRXML parts of the templates' {@code style}
 * folder; no browser, no code in layouts, the same bytes for the same content.
 *
 * <p>Enter through {@link io.retainer.rendering.pdf.PdfRenderer}. What a page says is decided in
 * {@code Blocks}, how it looks in the JRXML.
 */
package io.retainer.rendering.pdf;
