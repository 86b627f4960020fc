package io.retainer.app.bootstrap;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import java.util.Set;

/** Every page, every operation of the API and every filter, named here and nowhere searched for. */
public final class RetainerApplication extends Application {

  private final Serving server;

  public RetainerApplication(@Context ServletContext context) {
    this.server = (Serving) context.getAttribute(Serving.class.getName());
  }

  /** Deprecated in favour of beans; ours are put together by hand, which costs nothing at start. */
  @Override
  @SuppressWarnings("deprecation")
  public Set<Object> getSingletons() {
    return server.resources();
  }
}
