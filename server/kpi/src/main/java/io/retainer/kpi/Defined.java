package io.retainer.kpi;

import java.util.List;

/** A definition in force and the ways to compute it, in the order they are tried. */
record Defined(KpiDefinition definition, List<Way> ways) {}
