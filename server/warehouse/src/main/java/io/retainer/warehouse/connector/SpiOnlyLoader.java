package io.retainer.warehouse.connector;

import io.retainer.spi.Connector;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * The parent of every connector's class loader: the JDK, and of the server the SPI alone. An
 * allow-list, so that a library of the server can never reach a connector by accident.
 */
final class SpiOnlyLoader extends ClassLoader {

  private static final String SPI = Connector.class.getPackageName() + ".";

  private final ClassLoader server = SpiOnlyLoader.class.getClassLoader();

  SpiOnlyLoader() {
    super("connector SPI", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    boolean isOfSpi = name.startsWith(SPI) && name.indexOf('.', SPI.length()) < 0;
    if (isOfSpi || name.equals(Exits.class.getName())) {
      return server.loadClass(name);
    }
    throw new ClassNotFoundException(
        name + " is not part of the JDK or the connector SPI; bundle it into the connector's JAR");
  }

  @Override
  public URL getResource(String name) {
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }
}
