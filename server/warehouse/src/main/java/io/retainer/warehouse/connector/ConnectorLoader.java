package io.retainer.warehouse.connector;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.cert.Certificate;

/** The class loader of one JAR. Beside the JAR it sees the JDK and the SPI. */
final class ConnectorLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final URL jar;

  ConnectorLoader(String name, URL jar) {
    super("connector " + name, new URL[] {jar}, new SpiOnlyLoader());
    this.jar = jar;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] type;
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(
            name + " is in neither the connector's JAR, the JDK nor the SPI; bundle it");
      }
      type = ExitsRefused.in(in.readAllBytes());
    } catch (IOException | IllegalArgumentException e) {
      throw new ClassNotFoundException(name + " cannot be read from the connector's JAR", e);
    }
    return defineClass(name, type, 0, type.length, new CodeSource(jar, (Certificate[]) null));
  }
}
