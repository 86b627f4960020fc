/**
 * Customer relationship management: deals, the stages they went through, and leads.
 *
 * <p>Enter at {@link io.retainer.connector.crm.DealListConnector}, which the platforms extend: each
 * names its headings, and {@link io.retainer.connector.crm.DealTable} reads the rows of all. Which
 * stages are won and lost is data ({@code outcomes.txt}). Names, phones and addresses of people
 * leave this package only as a key.
 */
package io.retainer.connector.crm;
