/** What an owner may give to whoever helps: seen on a page before it is taken along. */
package io.retainer.app.support;
