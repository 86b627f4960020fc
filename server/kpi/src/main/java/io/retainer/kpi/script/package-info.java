/**
 * Reads KPI scripts. Groovy is the syntax and nothing more: the text is guarded, parsed by Groovy's
 * own parser on a thread of its own, and translated through a list of allowed kinds of nodes into a
 * small tree ({@link io.retainer.kpi.script.Node}). No class is generated and nothing is executed,
 * so there is nothing to break out of.
 *
 * <p>Enter at {@link io.retainer.kpi.script.Script#read}; the words are in {@link
 * io.retainer.kpi.script.Vocabulary}. Every problem is reported with line, column and advice, all
 * of them together.
 */
package io.retainer.kpi.script;
