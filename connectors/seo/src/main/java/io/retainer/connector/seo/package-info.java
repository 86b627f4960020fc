/**
 * Rank trackers: the places of a fixed set of keywords in the results of a search engine, as seen
 * on the days of its checks.
 *
 * <p>Enter at {@link io.retainer.connector.seo.SeRanking} and {@link
 * io.retainer.connector.seo.SemrushPositionTracking}. Promises: a keyword that was checked and not
 * found has a row without a position; a keyword that was not checked has no row.
 */
package io.retainer.connector.seo;
