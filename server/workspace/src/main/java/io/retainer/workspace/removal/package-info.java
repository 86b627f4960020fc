/**
 * Deletes a client and everything about them, and writes down what went and what stays. Nobody may
 * work in the home meanwhile: the databases are written anew, so that no deleted row stays in them.
 */
package io.retainer.workspace.removal;
