/** Files as they should never be, made from good ones by a seeded generator. */
package io.retainer.systemtest.malformed;
