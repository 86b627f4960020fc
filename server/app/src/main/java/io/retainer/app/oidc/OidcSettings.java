package io.retainer.app.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The provider that people may sign in by: {@code retainer.oidc.issuer}, {@code .client-id}, {@code
 * .client-secret}, {@code .name}, {@code .scopes} and {@code .roles-claim}.
 *
 * @param issuer as the provider writes it, to the letter
 * @param name what the button calls it
 * @param rolesClaim the claim of an identity token whose values are mapped to roles
 * @param callback the address of ours that it sends browsers back to
 */
public record OidcSettings(
    String issuer,
    String clientId,
    String secret,
    String name,
    List<String> scopes,
    String rolesClaim,
    URI callback) {

  private static final String PREFIX = "retainer.oidc.";

  /**
   * @param url where browsers reach the server
   * @return empty without an issuer
   * @throws IllegalArgumentException saying which setting cannot be used
   */
  public static Optional<OidcSettings> of(Function<String, Optional<String>> setting, URI url) {
    Function<String, Optional<String>> oidc = name -> setting.apply(PREFIX + name);
    return oidc.apply("issuer").map(issuer -> of(issuer, oidc, url));
  }

  private static OidcSettings of(String issuer, Function<String, Optional<String>> oidc, URI url) {
    URI address = URI.create(issuer);
    if (!isProtected(address)) {
      throw new IllegalArgumentException(
          PREFIX + "issuer is \"" + issuer + "\"; expected an address that begins with https");
    }
    return new OidcSettings(
        issuer,
        needed("client-id", oidc),
        needed("client-secret", oidc),
        oidc.apply("name").orElse(address.getHost()),
        Stream.concat(
                Stream.of("openid"),
                Stream.of(oidc.apply("scopes").orElse("email profile").split("[\\s,]+")))
            .distinct()
            .toList(),
        oidc.apply("roles-claim").orElse("groups"),
        url.resolve("/sign-in/provider/callback"));
  }

  /** Whether what is sent there cannot be read on the way; on this machine there is none. */
  static boolean isProtected(URI address) {
    return "https".equals(address.getScheme())
        || List.of("127.0.0.1", "localhost", "[::1]").contains(address.getHost());
  }

  private static String needed(String name, Function<String, Optional<String>> oidc) {
    return oidc.apply(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    PREFIX + name + " is missing; " + PREFIX + "issuer needs it"));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return clientId + " at " + issuer;
  }
}
