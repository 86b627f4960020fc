package io.retainer.app.access;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request that would like to go on in another protocol, and is answered in this one as if it did
 * not say so (RFC 9110, 7.8). Java's own client asks for HTTP/2 that way. The container takes all
 * that comes on the connection for its body; here it ends where the request says.
 */
final class NotUpgraded extends HttpServletRequestWrapper {

  private ServletInputStream body;

  NotUpgraded(HttpServletRequest request) {
    super(request);
  }

  static boolean is(HttpServletRequest request) {
    return request.getHeader("Upgrade") != null
        && String.valueOf(request.getProtocol()).startsWith("HTTP/1");
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body =
          getHeader("Transfer-Encoding") == null
              ? BodyInFull.of(super.getInputStream(), length())
              : BodyInFull.inChunks(super.getInputStream());
    }
    return body;
  }

  private long length() {
    String length = getHeader("Content-Length");
    return length == null || !length.matches("[0-9]{1,18}") ? 0 : Long.parseLong(length);
  }
}
