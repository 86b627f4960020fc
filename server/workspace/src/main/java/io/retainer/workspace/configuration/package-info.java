/** What an operator may set, where it is set, and what is wrong with it, all at once. */
package io.retainer.workspace.configuration;
