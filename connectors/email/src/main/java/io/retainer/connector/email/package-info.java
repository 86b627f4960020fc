/**
 * E-mail platforms: what was sent, delivered, opened and clicked, campaign by campaign.
 *
 * <p>Enter at {@link io.retainer.connector.email.Mailchimp}. Rates of the platform are left out:
 * they are the quotients of counts that stand beside them.
 */
package io.retainer.connector.email;
