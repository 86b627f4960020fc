package io.retainer.app.bootstrap;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * The API in OpenAPI's words, for everybody. It is written by hand and a test holds it to the code:
 * the container's own description would search all classes at each start.
 */
public final class ApiDescription extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/yaml;charset=UTF-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try (InputStream in = ApiDescription.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      in.transferTo(response.getOutputStream());
    }
  }
}
