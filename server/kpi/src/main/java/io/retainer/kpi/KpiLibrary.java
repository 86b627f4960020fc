package io.retainer.kpi;

import java.nio.file.Path;
import java.util.List;

/** The KPI scripts of a few folders, of which a later one overrides the earlier ones. */
public final class KpiLibrary {

  private KpiLibrary() {}

  /**
   * @param layers folders with scripts; a script of a later folder takes the place of the script
   *     with the same relative path, a definition in it that of the definition with the same id. A
   *     folder that does not exist is empty
   * @param lastGood folder that keeps the last text of each script that worked, across restarts
   */
  public static KpiLibrary open(List<Path> layers, Path lastGood) {
    return new KpiLibrary();
  }

  /** The definitions in force, by id. Reads what changed on disk first. */
  public List<KpiDefinition> definitions() {
    return List.of();
  }

  /** What is wrong with the scripts as they are on disk, by file and line. */
  public List<KpiProblem> problems() {
    return List.of();
  }

  /** Picks up what changed on disk. Cheap when nothing did. */
  public void refresh() {}
}
