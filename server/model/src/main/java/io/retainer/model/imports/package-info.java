/** What an import did, in words its user can act on. */
package io.retainer.model.imports;
