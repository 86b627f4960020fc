/**
 * What server and worker say to each other: one question, one answer, each a frame of limited
 * length. Neither side trusts the other; nothing is deserialised but numbers and texts.
 */
package io.retainer.compute.protocol;
