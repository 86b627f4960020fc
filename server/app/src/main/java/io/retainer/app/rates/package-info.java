/**
 * The agency's exchange rates and which clients want their amounts converted, on a page and for
 * programs. What rates are is {@link io.retainer.workspace.rates}.
 */
package io.retainer.app.rates;
