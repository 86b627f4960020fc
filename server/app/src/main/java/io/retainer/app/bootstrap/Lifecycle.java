package io.retainer.app.bootstrap;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Builds the server when the container starts the application and closes it with it. */
public final class Lifecycle implements ServletContextListener {

  @Override
  public void contextInitialized(ServletContextEvent event) {
    Server server = new Server(Settings.ofThisProcess());
    event.getServletContext().setAttribute(Server.class.getName(), server);
    server.warmUpWhenReady();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (event.getServletContext().getAttribute(Server.class.getName()) instanceof Server server) {
      server.close();
    }
  }
}
