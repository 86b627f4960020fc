/**
 * What can be in a server's way, looked at without changing anything: no file of the home is
 * written, no database migrated, no mail sent.
 */
package io.retainer.cli.doctor;
