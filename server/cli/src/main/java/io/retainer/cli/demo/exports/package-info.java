/**
 * Invented businesses and the exports their platforms would write: fifteen months of sessions,
 * searches, posts, campaigns and orders that agree with each other.
 *
 * <p>Enter at {@link io.retainer.cli.demo.exports.DemoBusiness}. Each platform has a writer of its
 * own, faithful to the platform's layout to the byte. The same business and month give the same
 * bytes on every machine and on every day, so a demo that is started again finds its files already
 * imported. Nothing here knows a server.
 */
package io.retainer.cli.demo.exports;
