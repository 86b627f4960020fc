/**
 * What a client and its agency agreed to reach: a {@link io.retainer.model.target.Target} for a KPI
 * and a kind of period, and an {@link io.retainer.model.target.Assessment} of a figure against it.
 *
 * <p>A verdict is given only on a value that is whole: what is missing, partial, still running or
 * on a small base is <em>not judged</em>, and says why. {@link io.retainer.model.target.Pace} says
 * how an amount stands that is not whole yet. {@link io.retainer.model.target.GoalText} reads what
 * people write.
 */
package io.retainer.model.target;
