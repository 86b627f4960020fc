package io.retainer.app.shell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.core.Response;

/**
 * Why a request cannot be served, as the caller reads it: problem+json (RFC 9457) from the API, a
 * page elsewhere.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;

  private Problem(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  /** What was sent cannot be understood. */
  public static Problem invalid(String detail) {
    return new Problem(400, "The request is not valid", detail);
  }

  public static Problem unauthenticated() {
    return new Problem(
        401,
        "Sign in first",
        "Send an API token: Authorization: Bearer <token>. An owner makes one on the Access page.");
  }

  public static Problem forbidden(String detail) {
    return new Problem(403, "Not allowed", detail);
  }

  public static Problem missing(String detail) {
    return new Problem(404, "Not found", detail);
  }

  public static Problem conflict(String detail) {
    return new Problem(409, "Conflict", detail);
  }

  /** The request did not arrive in the time there was for it. */
  public static Problem tooSlow(String detail) {
    return new Problem(408, "Too slow", detail);
  }

  public static Problem tooLarge(String detail) {
    return new Problem(413, "Too large", detail);
  }

  /** The request is well formed and cannot be done. */
  public static Problem impossible(String detail) {
    return new Problem(422, "Cannot be done", detail);
  }

  public static Problem tooMany(String detail) {
    return new Problem(429, "Too many attempts", detail);
  }

  /** The server has no room for what was sent. */
  public static Problem noRoom(String detail) {
    return new Problem(507, "No room on the server", detail);
  }

  static Problem of(int status, String detail) {
    String title =
        Response.Status.fromStatusCode(status) == null
            ? "Error"
            : Response.Status.fromStatusCode(status).getReasonPhrase();
    return new Problem(status, title, detail);
  }

  public int status() {
    return status;
  }

  ObjectNode json() {
    return Json.object()
        .put("type", "about:blank")
        .put("title", title)
        .put("status", status())
        .put("detail", getMessage());
  }
}
