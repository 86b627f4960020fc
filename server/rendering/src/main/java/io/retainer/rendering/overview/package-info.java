/**
 * A report in words, before a layout: what its figures, channels and sources say in one language.
 * The PDF lays these words out, and the server's pages show {@link
 * io.retainer.rendering.overview.ReportOverview} beside the files, so that both say the same.
 */
package io.retainer.rendering.overview;
