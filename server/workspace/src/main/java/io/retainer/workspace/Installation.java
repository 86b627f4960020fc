package io.retainer.workspace;

import java.nio.file.Path;

/**
 * What came with the program: the built-in connectors, scripts and templates.
 *
 * @param connectors folder of connector JARs
 * @param kpiScripts folder of scripts by stage
 * @param reportTemplates folder of report templates
 */
public record Installation(Path connectors, Path kpiScripts, Path reportTemplates) {

  /**
   * What the build has read of the scripts, so that the first start of a home does not wait for
   * Groovy. It lies among the program's libraries; without it a start only takes longer.
   */
  public Path parsedScripts() {
    return connectors.resolveSibling("lib").resolve("parsed");
  }
}
