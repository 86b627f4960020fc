package io.retainer.model.fact;

/** An aggregation and the name under which the answer carries it. */
public record Measure(String name, Aggregation aggregation) {}
