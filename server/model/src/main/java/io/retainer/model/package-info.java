/**
 * The product's words, as values: who the client is, which days a period has, what a KPI is worth
 * and how sure we are, what an import did. Rules here are pure; nothing asks a clock, a database or
 * a machine.
 *
 * <p>Packages: {@code client}, {@code time}, {@code fact} (the questions asked of the warehouse),
 * {@code kpi}, {@code target}, {@code imports}, {@code report}.
 */
package io.retainer.model;
