package io.retainer.app.bootstrap;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Builds the server when the container starts the application and closes it with it. */
public final class Lifecycle implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    PlainLines.begin();
    try {
      Serving server = Serving.of(Settings.ofThisProcess());
      event.getServletContext().setAttribute(Serving.class.getName(), server);
      server.open();
    } catch (RuntimeException e) {
      giveUp(e);
    }
  }

  /** The container would go on without the application, and whoever waits for it would wait. */
  static void giveUp(RuntimeException reason) {
    var console =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    console.println("The server cannot start: " + reason.getMessage());
    Runtime.getRuntime().halt(1);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (event.getServletContext().getAttribute(Serving.class.getName()) instanceof Serving server) {
      server.close();
    }
  }
}
