/**
 * What took how long and within what, for a collector of OpenTelemetry: answers to requests,
 * imports, reports, mails, and the questions to the facts within them. Ids of clients, batches,
 * runs and deliveries are told, never rows, names or addresses.
 */
package io.retainer.app.traces;
