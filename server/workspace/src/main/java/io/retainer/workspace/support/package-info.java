/**
 * What whoever helps an operator needs to see: how the server is set up and how it fares, without
 * secrets, without rows and without the names of clients and people.
 */
package io.retainer.workspace.support;
