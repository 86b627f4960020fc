/**
 * What a computation may say. The rule is what is admitted, never what is forbidden: kinds of
 * nodes, operators, words, and methods and properties one by one stand in sorted lists beside this
 * package, which are the language's reference too.
 *
 * <p>Enter at {@link io.retainer.compute.language.ComputationText#findings}: it looks at a text
 * without running or compiling anything, so the server may ask it.
 */
package io.retainer.compute.language;
