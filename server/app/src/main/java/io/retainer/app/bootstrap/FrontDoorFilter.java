package io.retainer.app.bootstrap;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where the container hands each request to the server's front door. */
public final class FrontDoorFilter implements Filter {

  private Serving server;

  @Override
  public void init(FilterConfig config) {
    server = (Serving) config.getServletContext().getAttribute(Serving.class.getName());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    server.door().pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }
}
