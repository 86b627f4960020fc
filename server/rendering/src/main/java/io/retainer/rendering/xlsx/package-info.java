/**
 * The workbook: typed cells, formulas with cached values, native charts. Enter through {@link
 * io.retainer.rendering.xlsx.XlsxRenderer}.
 */
package io.retainer.rendering.xlsx;
