package io.retainer.app.access;

import io.retainer.app.audit.AuditFilter;
import io.retainer.app.shell.Account;
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
import java.util.function.Function;

/**
 * Before anything of a request but its headers is read: whether it is plain where it ends, where it
 * comes from, and whether so many unfinished ones are here already of that address that one more
 * might leave no thread for others, be it that they send their bodies or take their answers slowly.
 * Who is signed in or brings a token is let through all the same, up to a number of their own.
 */
public final class FrontDoor {

  /** Bodies of one address, of the 200 threads there are; a browser asks six things at a time. */
  static final int MOST_OF_STRANGERS = 40;

  /** Whatever one address asks for. */
  static final int MOST_OF_ONE_ADDRESS = 100;

  /** However many addresses they have: the other threads are for who is known. */
  static final int MOST_TOGETHER = 150;

  /** Of one who is known, once those of their address are too many. */
  static final int MOST_OF_ONE_ACCOUNT = 40;

  private static final String RETRY_AFTER = "5";

  private final Callers callers;
  private final Crowd all = new Crowd(MOST_OF_ONE_ADDRESS, MOST_TOGETHER);
  private final Crowd withBody = new Crowd(MOST_OF_STRANGERS, MOST_TOGETHER);
  private final Crowd known = new Crowd(MOST_OF_ONE_ACCOUNT, Integer.MAX_VALUE);
  private final Function<String, Optional<String>> session;
  private final Function<String, Optional<String>> token;

  /**
   * @param session whose one with that secret is
   * @param token whose one with that secret is
   */
  FrontDoor(
      Networks proxies,
      Function<String, Optional<String>> session,
      Function<String, Optional<String>> token) {
    this.callers = new Callers(proxies);
    this.session = session;
    this.token = token;
  }

  /** Of a server. */
  public static FrontDoor of(
      Networks proxies, Sessions sessions, ApiTokens tokens, ControlToken control) {
    return new FrontDoor(
        proxies,
        secret -> sessions.holder(secret).map(Account::id),
        secret -> control.holder(secret).or(() -> tokens.holder(secret)).map(Account::id));
  }

  /** Where nobody signs in. */
  public static FrontDoor ofStrangers(Networks proxies) {
    return new FrontDoor(proxies, secret -> Optional.empty(), secret -> Optional.empty());
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
    String neighbourhood = Neighbourhood.of(address);
    boolean isLong = !isShort(request);
    boolean hasRoom = all.enters(neighbourhood);
    hasRoom &= !isLong || withBody.enters(neighbourhood);
    try {
      if (hasRoom) {
        passOn(request, response, chain, address);
      } else {
        passIfKnown(request, response, chain, address);
      }
    } finally {
      all.leaves(neighbourhood);
      if (isLong) {
        withBody.leaves(neighbourhood);
      }
    }
  }

  private void passIfKnown(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String address)
      throws IOException, ServletException {
    Optional<String> account = account(request);
    boolean hasRoom = account.map(known::enters).orElse(false);
    try {
      if (hasRoom) {
        passOn(request, response, chain, address);
      } else {
        response.setHeader("Retry-After", RETRY_AFTER);
        refuse(request, response, 429, "door.crowded");
      }
    } finally {
      account.ifPresent(known::leaves);
    }
  }

  private static void passOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String address)
      throws IOException, ServletException {
    request.setAttribute(AuditFilter.ADDRESS, address);
    HttpServletRequest whole = NotUpgraded.is(request) ? new NotUpgraded(request) : request;
    chain.doFilter(new From(whole, address), response);
  }

  /** Without a body, there is nothing to wait for. */
  private static boolean isShort(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" ->
          request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
      default -> false;
    };
  }

  private Optional<String> account(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return Visits.isToken(authorization)
        ? Visits.secret(authorization).flatMap(token)
        : cookie(request).flatMap(session);
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
