/**
 * Charts, drawn once: each is a routine on a small {@link io.retainer.rendering.chart.Canvas},
 * which has two outputs, vector graphics in the PDF and SVG with classes for the pages. Text stays
 * text in both.
 *
 * <p>Enter through {@link io.retainer.rendering.chart.ChartSvg} for pages. In SVG every shape has a
 * class of {@link io.retainer.rendering.chart.Ink}, so that a style sheet can recolour it; no
 * inline style, as a strict content policy demands.
 */
package io.retainer.rendering.chart;
