/**
 * A report becomes files: the PDF, the workbook, the e-mail. {@link
 * io.retainer.rendering.Renderings} makes each of them from the same {@code ReportContent}, so that
 * a figure is the same everywhere.
 */
package io.retainer.rendering;
