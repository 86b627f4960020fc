/**
 * Who did what: every change and every download, written before it is done. The tables are only
 * ever added to. Beside each entry stands what its thing was called then and what changed; that
 * goes with its client, the entry stays. An operation gets its words in {@code deeds.tsv}.
 */
package io.retainer.app.audit;
