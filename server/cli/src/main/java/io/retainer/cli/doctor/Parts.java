package io.retainer.cli.doctor;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.TemplateException;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.workspace.Installation;
import io.retainer.workspace.Rights;
import io.retainer.workspace.configuration.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came with the program and what the home adds to it: connectors, KPI scripts and report
 * templates.
 */
record Parts(Installation installation, Path home, Configuration configuration) {

  List<Finding> findings() {
    return Stream.of(connectors(), scripts(), templates()).flatMap(List::stream).toList();
  }

  private List<Finding> connectors() {
    List<Path> folders = there(installation.connectors(), home.resolve("connectors"));
    try (var library = ConnectorLibrary.open(folders)) {
      var installed = library.descriptions();
      List<Finding> refused =
          library.problems().stream()
              .map(
                  problem ->
                      Finding.look(
                          "connectors",
                          problem.toString(),
                          "retainer connector check " + problem.jar() + " says what to mend."))
              .toList();
      return installed.isEmpty()
          ? List.of(
              Finding.broken(
                  "connectors",
                  "none in " + installation.connectors(),
                  "Unpack the archive again; connectors/ belongs beside server/."))
          : refused.isEmpty()
              ? List.of(Finding.fine("connectors", installed.size() + " are ready"))
              : refused;
    }
  }

  private List<Finding> scripts() {
    List<Path> layers = there(installation.kpiScripts(), home.resolve("kpi-scripts"));
    Authors computing = Rights.of(configuration::value).computing();
    var rooms = Computing.in(installation.kpiScripts(), computing);
    try {
      List<KpiScriptCheck.Script> scripts =
          layers.isEmpty() ? List.of() : KpiScriptCheck.check(layers, rooms).scripts();
      List<Finding> broken =
          scripts.stream()
              .filter(script -> !script.passed())
              .map(
                  script ->
                      Finding.look(
                          "KPI scripts",
                          KpiProblem.shown(script.file()) + " is not as it should be",
                          "retainer kpi test " + KpiProblem.shown(script.file())))
              .toList();
      return scripts.isEmpty()
          ? List.of(
              Finding.broken(
                  "KPI scripts",
                  "none in " + installation.kpiScripts(),
                  "Unpack the archive again; kpi-scripts/ belongs beside server/."))
          : broken.isEmpty()
              ? List.of(Finding.fine("KPI scripts", scripts.size() + " are in order"))
              : broken;
    } finally {
      rooms.workers().close();
    }
  }

  private List<Finding> templates() {
    List<Path> layers = there(installation.reportTemplates(), home.resolve("report-templates"));
    try {
      ReportTemplates templates = ReportTemplates.open(layers);
      List<Finding> broken =
          templates.problems().stream()
              .map(
                  problem ->
                      Finding.look(
                          "report templates",
                          problem,
                          "Mend it: reports that need it are held until then."))
              .toList();
      return broken.isEmpty()
          ? List.of(Finding.fine("report templates", templates.all().size() + " are in order"))
          : broken;
    } catch (TemplateException e) {
      return List.of(
          Finding.broken(
              "report templates", e.getMessage(), "Mend it: no report can be made until then."));
    }
  }

  private static List<Path> there(Path... folders) {
    return Stream.of(folders).filter(Files::isDirectory).toList();
  }
}
