/**
 * The platforms that are asked for a client's figures: their list, and what a manager does with
 * them.
 *
 * <p>Enter at {@link io.retainer.app.sources.SourcesPages} and {@link
 * io.retainer.app.sources.SourcesApi}. A credential comes in and is in no answer. Pulls that a
 * person asks for run one after the other, beside those of the clock. How platforms are asked is in
 * {@code io.retainer.workspace.pull}.
 */
package io.retainer.app.sources;
