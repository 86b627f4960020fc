/**
 * Social networks: profiles day by day, and posts with their counters since publication.
 *
 * <p>Enter at {@link io.retainer.connector.social.XAnalytics}, {@link
 * io.retainer.connector.social.TikTok}, {@link io.retainer.connector.social.MetaBusinessSuite} and
 * {@link io.retainer.connector.social.YouTubeStudio}. Promises: a post is known by the network's
 * own id, as text, so a later export takes the place of an earlier one; reach is never added up; a
 * day without a year is asked about, not guessed.
 */
package io.retainer.connector.social;
