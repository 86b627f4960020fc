/**
 * A home folder in one file, and a home folder out of it. The databases are copied while others
 * read and write them; what was written is read again before it counts.
 */
package io.retainer.workspace.backup;
