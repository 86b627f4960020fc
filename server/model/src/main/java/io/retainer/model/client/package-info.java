/** The agency's clients and what a report must know of them: zone, language, currency. */
package io.retainer.model.client;
