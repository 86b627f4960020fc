/**
 * What a monitor reads, in the format of Prometheus: numbers without the names of clients or
 * people. The library keeps them per process; features count into {@link
 * io.retainer.app.metrics.Metrics}.
 */
package io.retainer.app.metrics;
