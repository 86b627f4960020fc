/** The warehouse's SQL and the plain Java behind examples, asked the same questions. */
package io.retainer.workspace.agreement;
