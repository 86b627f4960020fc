/**
 * Exchange rates that the agency keeps, and whose amounts are converted by them.
 *
 * <p>Enter at {@link io.retainer.workspace.rates.Rates}, which takes files and says what is in
 * force; {@link io.retainer.workspace.rates.ClientConversions} has the clients that want it. A file
 * is taken whole or not at all, and what it brought is never changed: a later file may say
 * otherwise of a day, and then that counts. A rate holds until the next one, for seven days at
 * most; weekends and holidays have the one of the last working day before. Between two currencies
 * of one base the rate is the quotient of theirs.
 */
package io.retainer.workspace.rates;
