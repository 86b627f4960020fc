/**
 * Rank trackers and link indexes: the places of keywords in the results of a search engine, and the
 * links to a site and from it, as seen on one day.
 *
 * <p>Enter at {@link io.retainer.connector.seo.SeRanking}, {@link
 * io.retainer.connector.seo.SemrushPositionTracking} and {@link io.retainer.connector.seo.SeoTool},
 * which the others extend with their headings. Promises: a keyword that was checked and not found
 * has a row without a position; a keyword that was not checked has no row; all rows of a snapshot
 * are on one day; estimates of visits never become visits.
 */
package io.retainer.connector.seo;
