/**
 * Exports of Google Analytics 4, as its reports and explorations download them.
 *
 * <p>Enter at {@link io.retainer.connector.google.GoogleAnalytics4}. Promises: a table that cannot
 * be kept truthfully (users by their first channel, cohorts, comparisons) is passed over and named;
 * rates are turned back into the counts they came from; users are never a sum.
 */
package io.retainer.connector.google;
