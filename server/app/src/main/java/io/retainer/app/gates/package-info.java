/**
 * What a rendered report is asked before it goes out: each {@link io.retainer.app.gates.Gate} is
 * one small rule.
 *
 * <p>Enter at {@link io.retainer.app.gates.Gates}. Promises: each finding says where, what was
 * seen, what was expected and what to do, in each language of the pages; a gate that fails holds
 * the report instead of letting it pass; how much a gate matters is said per client or per schedule
 * ({@link io.retainer.app.gates.GateLevels}).
 *
 * <p>Not here: what becomes of a report that is held ({@code schedules}).
 */
package io.retainer.app.gates;
