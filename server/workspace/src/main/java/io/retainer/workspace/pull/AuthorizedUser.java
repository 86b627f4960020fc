package io.retainer.workspace.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A person who allowed an application of theirs to read, by a refresh token (RFC 6749, 6). */
record AuthorizedUser(String clientId, String clientSecret, String refreshToken)
    implements GoogleCredential {

  static AuthorizedUser of(JsonNode document) {
    var user =
        new AuthorizedUser(
            document.path("client_id").asText(),
            document.path("client_secret").asText(),
            document.path("refresh_token").asText());
    if (user.clientId.isBlank() || user.clientSecret.isBlank() || user.refreshToken.isBlank()) {
      throw PullException.lasting(
          "The file lacks client_id, client_secret or refresh_token." + EXPECTED);
    }
    return user;
  }

  @Override
  public String who() {
    return "the person who signed in to the application " + clientId;
  }

  @Override
  public String form(String scope, String audience, Instant now) {
    return "grant_type=refresh_token&client_id="
        + encoded(clientId)
        + "&client_secret="
        + encoded(clientSecret)
        + "&refresh_token="
        + encoded(refreshToken);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return who();
  }
}
