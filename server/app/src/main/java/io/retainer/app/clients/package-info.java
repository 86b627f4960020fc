/** The agency's clients, on pages and in the API. */
package io.retainer.app.clients;
