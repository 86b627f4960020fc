package io.retainer.app.access;

import io.retainer.app.audit.AuditFilter;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.workspace.configuration.Networks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Before anything of a request but its headers is read: whether it is plain where it ends, where it
 * comes from, and whether so many unfinished ones with a body are here already of that address that
 * one more might leave no thread for others. Who is signed in or brings a token is let through all
 * the same.
 */
public final class FrontDoor {

  /** Of the 200 threads there are; a browser asks six things at a time. */
  static final int MOST_OF_STRANGERS = 40;

  private static final String RETRY_AFTER = "5";

  private final Callers callers;
  private final Crowd crowd = new Crowd(MOST_OF_STRANGERS);
  private final Predicate<String> session;
  private final Predicate<String> token;

  FrontDoor(Networks proxies, Predicate<String> session, Predicate<String> token) {
    this.callers = new Callers(proxies);
    this.session = session;
    this.token = token;
  }

  /** Of a server. */
  public static FrontDoor of(
      Networks proxies, Sessions sessions, ApiTokens tokens, ControlToken control) {
    return new FrontDoor(
        proxies,
        secret -> sessions.holder(secret).isPresent(),
        secret -> control.holder(secret).or(() -> tokens.holder(secret)).isPresent());
  }

  /** Where nobody signs in. */
  public static FrontDoor ofStrangers(Networks proxies) {
    return new FrontDoor(proxies, secret -> false, secret -> false);
  }

  /** Passes a request on, or not. */
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Collections.list(request.getHeaders("Host")).size() > 1) {
      // A proxy may have gone by the other one (RFC 9112, 3.2).
      refuse(request, response, 400, "door.host");
      return;
    }
    String encoding = request.getHeader("Transfer-Encoding");
    if (encoding != null) {
      // A Content-Length beside it is taken away by the container. A proxy may have gone by it, and
      // then takes what comes next for another request than we do: so none comes here any more
      // (RFC 9112, 6.1).
      response.setHeader("Connection", "close");
      if (!encoding.strip().equalsIgnoreCase("chunked")) {
        refuse(request, response, 400, "door.encoding");
        return;
      }
    }
    String address = callers.address(request);
    if (isShort(request)) {
      passOn(request, response, chain, address);
      return;
    }
    boolean hasRoom = crowd.enters(address);
    try {
      if (hasRoom || isKnown(request)) {
        passOn(request, response, chain, address);
      } else {
        response.setHeader("Retry-After", RETRY_AFTER);
        refuse(request, response, 429, "door.crowded");
      }
    } finally {
      crowd.leaves(address);
    }
  }

  private static void passOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String address)
      throws IOException, ServletException {
    request.setAttribute(AuditFilter.ADDRESS, address);
    chain.doFilter(new From(request, address), response);
  }

  /** Without a body, there is nothing to wait for. */
  private static boolean isShort(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" ->
          request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
      default -> false;
    };
  }

  private boolean isKnown(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (Visits.isToken(authorization)) {
      return Visits.secret(authorization).filter(token).isPresent();
    }
    return cookie(request).filter(session).isPresent();
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(Cookies.SESSION)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** What it still sends is not read: the connection ends. */
  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, String text)
      throws IOException {
    String wished = request.getHeader("Accept-Language");
    Language language = wished == null ? Language.EN : Language.accepted(wished);
    response.setStatus(status);
    response.setHeader("Connection", "close");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(Texts.in(language).text(text));
  }

  private static final class From extends HttpServletRequestWrapper {

    private final String address;

    From(HttpServletRequest request, String address) {
      super(request);
      this.address = address;
    }

    @Override
    public String getRemoteAddr() {
      return address;
    }
  }
}
