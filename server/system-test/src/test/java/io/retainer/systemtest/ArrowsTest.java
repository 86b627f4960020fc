package io.retainer.systemtest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arrows between modules point one way. */
class ArrowsTest {

  private static JavaClasses product;

  @BeforeAll
  static void readEveryModule() throws IOException {
    List<Path> modules;
    try (Stream<Path> server = Files.list(Launcher.checkout().resolve("server"));
        Stream<Path> connectors = Files.list(Launcher.checkout().resolve("connectors"))) {
      modules =
          Stream.concat(server, connectors)
              .map(module -> module.resolve("target/classes"))
              .filter(Files::isDirectory)
              .toList();
    }
    product = new ClassFileImporter().importPaths(modules);
  }

  @Test
  void arrowsPointFromTheEdgesToTheSpi() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.retainer..")
        .layer("spi")
        .definedBy("io.retainer.spi..")
        .layer("model")
        .definedBy("io.retainer.model..")
        .layer("warehouse")
        .definedBy("io.retainer.warehouse..")
        .layer("compute")
        .definedBy("io.retainer.compute..")
        .layer("kpi")
        .definedBy("io.retainer.kpi..")
        .layer("rendering")
        .definedBy("io.retainer.rendering..")
        .layer("workspace")
        .definedBy("io.retainer.workspace..")
        .layer("app")
        .definedBy("io.retainer.app..")
        .layer("cli")
        .definedBy("io.retainer.cli..")
        .layer("toolkit")
        .definedBy("io.retainer.toolkit..")
        .layer("testkit")
        .definedBy("io.retainer.testkit..")
        .layer("mapping")
        .definedBy("io.retainer.mapping..")
        .layer("connectors")
        .definedBy("io.retainer.connector..")
        .whereLayer("app")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("workspace")
        .mayOnlyBeAccessedByLayers("app", "cli")
        .whereLayer("warehouse")
        .mayOnlyBeAccessedByLayers("workspace", "app", "cli")
        .whereLayer("compute")
        .mayOnlyBeAccessedByLayers("kpi")
        .whereLayer("kpi")
        .mayOnlyBeAccessedByLayers("workspace", "app", "cli")
        .whereLayer("rendering")
        .mayOnlyBeAccessedByLayers("workspace", "app", "cli")
        .whereLayer("connectors")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("mapping")
        .mayOnlyBeAccessedByLayers("connectors")
        .whereLayer("toolkit")
        .mayOnlyBeAccessedByLayers("connectors", "mapping", "testkit")
        .whereLayer("spi")
        .mayOnlyBeAccessedByLayers(
            "model",
            "warehouse",
            "kpi",
            "rendering",
            "workspace",
            "app",
            "cli",
            "toolkit",
            "mapping",
            "testkit",
            "connectors")
        .check(product);
  }

  @Test
  void connectorsSeeNothingOfTheServer() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.retainer.connector..",
            "io.retainer.mapping..",
            "io.retainer.toolkit..",
            "io.retainer.spi")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.retainer.model..",
            "io.retainer.warehouse..",
            "io.retainer.kpi..",
            "io.retainer.rendering..",
            "io.retainer.workspace..",
            "io.retainer.app..",
            "io.retainer.cli..")
        .check(product);
  }

  @Test
  void groovyIsKnownToTheKpiModuleOnlyAndJooqToTheWarehouse() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.retainer.kpi..", "io.retainer.compute..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.codehaus.groovy..", "groovy..")
        .check(product);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.retainer.warehouse..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jooq..")
        .check(product);
  }

  @Test
  void jasperReportsIsKnownToRenderingOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.retainer.rendering..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.sf.jasperreports..")
        .check(product);
  }

  @Test
  void rulesDoNotAskTheMachineForTheTime() {
    noClasses()
        .that()
        .resideInAnyPackage("io.retainer.model..", "io.retainer.spi..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.System")
        .check(product);
  }
}
