/**
 * What customers find, say and ask: profiles of places, reviews, requests and answers to surveys.
 *
 * <p>Enter at {@link io.retainer.connector.reputation.GoogleBusinessProfile}, {@link
 * io.retainer.connector.reputation.GoogleReviews}, {@link
 * io.retainer.connector.reputation.SupportDesk} and {@link
 * io.retainer.connector.reputation.Surveys}. Names, addresses and texts of people are not kept.
 */
package io.retainer.connector.reputation;
