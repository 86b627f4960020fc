package io.retainer.app.reports;

import io.retainer.workspace.ReportFormat;

/**
 * A file of a run.
 *
 * @param name as it is handed out and attached
 */
public record RunFile(ReportFormat format, String name, long size, String sha256) {}
