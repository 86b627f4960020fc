package io.retainer.kpi;

import io.retainer.model.kpi.KpiDescriptor;

/**
 * A KPI in force, and the script it comes from.
 *
 * @param file path of the script within its layer
 * @param line where the definition begins
 * @param text the definition as written
 */
public record KpiDefinition(KpiDescriptor descriptor, String file, int line, String text) {}
