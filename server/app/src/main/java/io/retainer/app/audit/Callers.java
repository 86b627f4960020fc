package io.retainer.app.audit;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/** Notes the address each request comes from where the log finds it. */
public final class Callers implements ServletRequestListener {

  static final String ADDRESS = Callers.class.getName() + ".address";

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    var request = event.getServletRequest();
    request.setAttribute(ADDRESS, request.getRemoteAddr());
  }
}
