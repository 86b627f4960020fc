/** Finding what is known by its name, over all clients that somebody may see. */
package io.retainer.app.search;
