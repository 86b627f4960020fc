/** Backups of a running server's home. */
package io.retainer.app.backups;
