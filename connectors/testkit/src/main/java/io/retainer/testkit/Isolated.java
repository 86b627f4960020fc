package io.retainer.testkit;

import static io.retainer.testkit.Recognising.require;

import io.retainer.spi.Connector;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * Loads the connector as the server does: it sees the JDK, the SPI, and what it will carry in its
 * JAR. Tools of tests are taken away.
 */
final class Isolated {

  /** A class of each library that is there for tests only. */
  private static final List<String> OF_TESTS =
      List.of(
          "io/retainer/testkit/Promise.class",
          "org/junit/jupiter/api/Test.class",
          "org/junit/platform/commons/JUnitException.class",
          "org/junit/platform/engine/TestEngine.class",
          "org/junit/platform/launcher/Launcher.class",
          "org/opentest4j/TestAbortedException.class",
          "org/assertj/core/api/Assertions.class");

  private Isolated() {}

  static void needsTheSpiAlone(Subject subject) throws Exception {
    if (subject.isIsolated()) {
      return;
    }
    String name = subject.connector().getClass().getName();
    try (var loader = new URLClassLoader("isolated connector", path(), new SpiAlone())) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        Connector alone =
            (Connector) Class.forName(name, true, loader).getConstructor().newInstance();
        var isolated =
            new Subject(
                alone, subject.samples(), subject.settings(), subject.ownNeighbours(), true);
        for (TestFile sample : subject.samples()) {
          require(
              isolated.isRecognised(sample),
              "Alone in its class loader it does not recognise %s: %s"
                  .formatted(sample.name(), isolated.refusal(sample)));
          require(
              isolated.read(sample).transcript().equals(subject.read(sample).transcript()),
              "Alone in its class loader it reads %s otherwise.".formatted(sample.name()));
        }
      } catch (NoSuchMethodException e) {
        throw new BrokenPromise(name + " has no public constructor without parameters.", e);
      } catch (LinkageError | ClassNotFoundException e) {
        throw new BrokenPromise(
            "In the server a connector sees the JDK, the SPI and its own JAR. "
                + name
                + " needs more: "
                + e,
            e);
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private static URL[] path() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.exists(path) && !isOfTests(path)) {
        urls.add(url(path));
      }
    }
    return urls.toArray(new URL[0]);
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  private static boolean isOfTests(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return OF_TESTS.stream().anyMatch(type -> Files.exists(path.resolve(type)));
    }
    try (var jar = new ZipFile(path.toFile())) {
      return OF_TESTS.stream().anyMatch(type -> jar.getEntry(type) != null);
    }
  }

  /** The JDK and the SPI. */
  private static final class SpiAlone extends ClassLoader {

    private static final String SPI = Connector.class.getPackageName() + ".";

    SpiAlone() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(SPI)) {
        return Connector.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
