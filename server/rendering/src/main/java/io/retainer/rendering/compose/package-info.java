/**
 * From KPIs to what a report says. {@link io.retainer.rendering.compose.ReportComposer} asks for
 * every figure a template names, together, and turns the answers into a {@code ReportContent}; it
 * decides what is empty, partial or without comparison, and no renderer decides it again.
 */
package io.retainer.rendering.compose;
