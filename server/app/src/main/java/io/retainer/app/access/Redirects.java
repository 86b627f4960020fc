package io.retainer.app.access;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Ways on after a form, never to another site. */
final class Redirects {

  private Redirects() {}

  static Response to(String path, NewCookie... cookies) {
    return Response.seeOther(URI.create(path)).cookie(cookies).build();
  }

  /** The address when it is one of ours, else the home page. */
  static String local(String path) {
    boolean ours =
        path != null
            && path.matches("/[A-Za-z0-9/_.?=&%+~-]*")
            && !path.startsWith("//")
            && path.length() < 500;
    return ours ? path : "/";
  }
}
