/**
 * Computations: the part of a KPI script that is real Groovy. What it may say is in the lists of
 * {@link io.retainer.compute.language}; it runs in a process of its own, {@link
 * io.retainer.compute.worker}, which sees this module's class path and nothing of the server; the
 * two talk in the bytes of {@link io.retainer.compute.protocol}.
 */
package io.retainer.compute;
