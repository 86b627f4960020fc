package io.retainer.warehouse.connector;

import java.nio.file.Path;

/** Why a JAR, or a connector in it, is not used. */
public record JarProblem(Path jar, String reason) {

  @Override
  public String toString() {
    return jar.getFileName() + ": " + reason;
  }
}
