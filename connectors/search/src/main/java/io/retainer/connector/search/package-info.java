/**
 * Exports of Google Search Console: clicks, impressions and positions in Google's results.
 *
 * <p>Enter at {@link io.retainer.connector.search.SearchConsole}. Promises: the same clicks, which
 * the platform gives by day, query, page, country and device, are kept apart by their cut; tables
 * without dates get their period from the tables beside them or from the user, never from a guess;
 * an export that was narrowed by a filter never passes for the whole.
 */
package io.retainer.connector.search;
