/**
 * Facts given as rows: the source behind the examples of KPI scripts. It answers the same questions
 * as the warehouse in plain Java and knows no SQL, so each checks the other.
 *
 * <p>What is not here: choosing between several tables of one source. All rows given for a dataset
 * are one table, and they are complete.
 */
package io.retainer.kpi.rows;
