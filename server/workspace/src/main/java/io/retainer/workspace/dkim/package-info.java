/** The keys by which receivers see that a mail is from the domain it names (DKIM, RFC 6376). */
package io.retainer.workspace.dkim;
