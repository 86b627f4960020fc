package io.retainer.workspace;

import java.nio.file.Path;

/**
 * What came with the program: the built-in connectors, scripts and templates.
 *
 * @param connectors folder of connector JARs
 * @param kpiScripts folder of scripts by stage
 * @param reportTemplates folder of report templates
 */
public record Installation(Path connectors, Path kpiScripts, Path reportTemplates) {}
