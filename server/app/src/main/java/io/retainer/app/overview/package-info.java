/** Pages over all features: home, and everything about one client. */
package io.retainer.app.overview;
