package io.retainer.workspace.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key of a domain.
 *
 * @param domain that mails come from, in small letters
 * @param selector names the key among those of the domain
 */
public record DkimKey(String domain, String selector, RSAPrivateCrtKey key) {

  /** What receivers that follow RFC 8301 accept. */
  private static final int FEWEST_BITS = 1024;

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /**
   * @param pem a private key of RSA as openssl writes it (PKCS #8)
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static DkimKey of(String domain, String selector, String pem) {
    Matcher found = PEM.matcher(pem);
    if (!found.find()) {
      throw new IllegalArgumentException(
          "expected a text with -----BEGIN PRIVATE KEY-----; openssl pkcs8 -topk8 -nocrypt writes"
              + " an older form as that");
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(found.group(1));
      var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
      var rsa = (RSAPrivateCrtKey) key;
      if (rsa.getModulus().bitLength() < FEWEST_BITS) {
        throw new IllegalArgumentException(
            "it has "
                + rsa.getModulus().bitLength()
                + " bits, and receivers want "
                + FEWEST_BITS
                + " or more");
      }
      return new DkimKey(domain, selector, rsa);
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IllegalArgumentException("it is no private key of RSA", e);
    }
  }

  String pem() {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** The name of the DNS record with the public part. */
  public String recordName() {
    return selector + "._domainkey." + domain;
  }

  /** What that record of type TXT says. */
  public String recordText() {
    return "v=DKIM1; k=rsa; p=" + publicPart();
  }

  /** The public key in Base64, as it stands in the record. */
  public String publicPart() {
    try {
      var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      return Base64.getEncoder()
          .encodeToString(KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  /** Without the key itself. */
  @Override
  public String toString() {
    return recordName();
  }
}
