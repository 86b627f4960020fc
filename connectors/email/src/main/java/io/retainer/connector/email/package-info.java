/**
 * E-mail platforms: what was sent, delivered, opened and clicked, campaign by campaign.
 *
 * <p>Enter at {@link io.retainer.connector.email.CampaignListConnector}, which the platforms
 * extend: each names its headings, and {@link io.retainer.connector.email.CampaignTable} reads the
 * rows of all. Rates of the platform are left out: they are the quotients of counts that stand
 * beside them.
 */
package io.retainer.connector.email;
