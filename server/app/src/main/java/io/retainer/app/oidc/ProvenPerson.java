package io.retainer.app.oidc;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody as a provider vouches for them.
 *
 * @param subject the provider's name for them, which is never given to somebody else
 * @param address only when the provider has verified it
 * @param name what they call themselves there; they may change it
 * @param groups values of the claim for roles
 * @param methods how they proved to the provider who they are (RFC 8176)
 */
public record ProvenPerson(
    String issuer,
    String subject,
    Optional<String> address,
    Optional<String> name,
    List<String> groups,
    Set<String> methods) {

  private static final Set<String> KNOWN = Set.of("pwd", "pin", "kba");
  private static final Set<String> OWNED =
      Set.of("otp", "hwk", "swk", "sc", "pop", "fpt", "face", "iris", "retina", "vbm");

  public ProvenPerson {
    groups = List.copyOf(groups);
    methods = Set.copyOf(methods);
  }

  /** Whether the provider has asked for two things of different kinds. */
  public boolean hasSecondStep() {
    return methods.contains("mfa")
        || methods.stream().anyMatch(KNOWN::contains) && methods.stream().anyMatch(OWNED::contains);
  }
}
