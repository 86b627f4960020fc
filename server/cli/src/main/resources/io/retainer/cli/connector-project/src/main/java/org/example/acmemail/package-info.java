/** Reads what Acme Mail exports. */
package org.example.acmemail;
