/**
 * A report before it has a layout: {@code ReportContent} is the immutable tree of figures, tables,
 * trends and notes that every rendering shows alike.
 */
package io.retainer.model.report;
