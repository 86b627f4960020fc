/**
 * Building blocks whose result is a table: from the rows the facts answer with, to a number and the
 * table beside it. Plain values in, values out; the models' likelihoods are written as published,
 * and maximised by Hipparchus.
 */
package io.retainer.kpi.table;
