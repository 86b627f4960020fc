package io.retainer.kpi.compute;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How a worker process is started. */
final class WorkerCommand {

  private static final String MAIN = "io.retainer.compute.worker.Worker";

  /** One class of each library a worker needs, and it needs no other. */
  private static final List<String> CLASSES =
      List.of(
          MAIN,
          "groovy.lang.Closure",
          "jdplus.toolkit.base.api.timeseries.TsData",
          "jdplus.toolkit.base.core.arima.ArimaModel",
          "jdplus.sa.base.api.SaSpecification",
          "jdplus.sa.base.core.SaBenchmarkingResults",
          "jdplus.tramoseats.base.api.tramo.TramoSpec",
          "jdplus.tramoseats.base.core.tramo.TramoKernel");

  private WorkerCommand() {}

  static List<String> of(WorkerLimits limits) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMegabytes() + "m",
            "-Xms24m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:MaxDirectMemorySize=4m",
            "-XX:+UseSerialGC",
            // Groovy holds what it knows of classes softly, and so those of texts long forgotten.
            "-XX:SoftRefLRUPolicyMSPerMB=0",
            "-XX:TieredStopAtLevel=1",
            "-XX:ActiveProcessorCount=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-Xshare:auto",
            "-cp",
            classPath(),
            MAIN));
    return command;
  }

  private static String classPath() {
    Set<String> parts = new LinkedHashSet<>();
    for (String type : CLASSES) {
      parts.add(library(type).toString());
    }
    return String.join(File.pathSeparator, parts);
  }

  /** The archive or folder a class comes from; the class itself is not loaded. */
  private static Path library(String type) {
    String file = type.replace('.', '/') + ".class";
    URL url = WorkerCommand.class.getClassLoader().getResource(file);
    if (url == null) {
      throw new IllegalStateException("The library with " + type + " is missing");
    }
    String text = url.toString();
    String place = text.substring(0, text.length() - file.length());
    if (place.startsWith("jar:")) {
      place = place.substring("jar:".length(), place.indexOf("!/"));
    }
    try {
      return Path.of(new URI(place));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The library with " + type + " lies in " + place, e);
    }
  }
}
