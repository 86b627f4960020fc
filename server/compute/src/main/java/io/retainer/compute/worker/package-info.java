/**
 * The process that runs computations. Enter at {@link io.retainer.compute.worker.Worker}; what a
 * computation can ask is {@link io.retainer.compute.worker.Words}, {@link
 * io.retainer.compute.worker.Series} and {@link io.retainer.compute.worker.Estimate}. A text is
 * checked as a tree, compiled statically, checked again by what the compiler has chosen for each
 * call, a third time by what the code calls that came out, and only then run. One that hangs or
 * eats its heap ends with its process.
 */
package io.retainer.compute.worker;
