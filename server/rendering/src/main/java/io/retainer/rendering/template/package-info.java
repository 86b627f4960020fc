/**
 * Report templates: folders that say what a report shows, in a file an analyst can read, and the
 * words it says it in.
 *
 * <p>Enter through {@link io.retainer.rendering.template.ReportTemplates}. A template is {@code
 * <name>/report.yaml} with {@code texts_<language>.properties} beside it; {@code style/} holds the
 * shared layout parts (JRXML) and the shared texts. Layers lie over one another: a file in a later
 * one takes the place of the same file in an earlier one, texts key by key. A mistake is named with
 * file and line, all at once, and makes that template unusable, not the server. A text that one
 * language has and another lacks is a mistake.
 */
package io.retainer.rendering.template;
