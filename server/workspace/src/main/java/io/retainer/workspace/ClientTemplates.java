package io.retainer.workspace;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The templates of the agency with a client's own over them. What is broken there is named, and the
 * version that worked last stays in force, also after a restart.
 *
 * @param agency layers of templates, the one that overrides last
 * @param own the client's
 * @param lastGood where what worked is kept
 */
record ClientTemplates(List<Path> agency, Path own, Path lastGood) {

  /**
   * What is in force, and what is wrong with the client's own.
   *
   * @param problems each with file and line
   */
  record InForce(ReportTemplates templates, List<String> problems) {}

  InForce open(Function<KpiId, Optional<KpiDescriptor>> kpis) {
    ReportTemplates before = layered(lastGood);
    ReportTemplates now;
    try {
      now = layered(own).fitting(kpis);
    } catch (TemplateException e) {
      return new InForce(before, e.problems());
    }
    keep(now);
    List<String> known = ReportTemplates.open(agency).fitting(kpis).problems();
    return new InForce(
        now.orElse(before),
        now.problems().stream().filter(problem -> !known.contains(problem)).toList());
  }

  private ReportTemplates layered(Path over) {
    List<Path> layers = new ArrayList<>(agency);
    layers.add(over);
    return ReportTemplates.open(layers);
  }

  /**
   * Keeps what works in place of what worked; what is broken leaves its last good version alone.
   */
  private void keep(ReportTemplates now) {
    try {
      Files.createDirectories(lastGood);
      for (Path kept : children(lastGood)) {
        if (!Files.isDirectory(own.resolve(kept.getFileName()))) {
          WholeFolder.delete(kept);
        }
      }
      for (Path folder : children(own)) {
        String id = folder.getFileName().toString();
        boolean isStyle = id.equals("style");
        boolean works = now.broken(id).isEmpty() && (isStyle || now.find(id).isPresent());
        if (works && Files.isDirectory(folder)) {
          replace(lastGood.resolve(id), folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the working templates in " + lastGood, e);
    }
  }

  private static void replace(Path kept, Path folder) throws IOException {
    WholeFolder.delete(kept);
    Files.createDirectories(kept);
    for (Path file : children(folder)) {
      if (Files.isRegularFile(file)) {
        Files.copy(file, kept.resolve(file.getFileName()));
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
