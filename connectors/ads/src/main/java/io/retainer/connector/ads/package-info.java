/**
 * Advertising platforms: what was shown, clicked, spent and claimed, by campaign and below.
 *
 * <p>Enter at a platform's class, such as {@link io.retainer.connector.ads.GoogleAds}. A platform
 * adds its headings, as data, and what is its own; everything else is read by {@link
 * io.retainer.connector.ads.AdTable}.
 *
 * <p>Promises: totals of the source are never rows; results of different kinds and people reached
 * are never added; rows without a date answer for their whole period only; a table whose rows count
 * the same thing twice is refused.
 */
package io.retainer.connector.ads;
