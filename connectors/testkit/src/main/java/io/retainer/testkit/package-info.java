/**
 * The contract tests for authors of connectors, ours and strangers'.
 *
 * <p>Extend {@link io.retainer.testkit.ConnectorContract}, name the connector and its sample files,
 * and the rest is tested. {@link io.retainer.testkit.RecordingSink} keeps what was read for tests
 * of one's own.
 */
package io.retainer.testkit;
