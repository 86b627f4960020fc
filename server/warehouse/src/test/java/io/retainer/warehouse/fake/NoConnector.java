package io.retainer.warehouse.fake;

/** Is named as a connector, and is none. */
public final class NoConnector {}
