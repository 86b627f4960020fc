/**
 * Who did what: every change and every download, written before it is done. The tables are only
 * ever added to.
 */
package io.retainer.app.audit;
