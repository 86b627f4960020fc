package io.retainer.app.deliveries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The DKIM signature of a mail that arrived, looked at as RFC 6376 says, by the JDK alone. */
record ReceivedSignature(List<String> fields, String body, String field, Map<String, String> tags) {

  static ReceivedSignature of(String mail) {
    int end = mail.indexOf("\r\n\r\n");
    List<String> fields = new ArrayList<>();
    for (String line : mail.substring(0, end).split("\r\n")) {
      if (line.startsWith(" ") || line.startsWith("\t")) {
        fields.set(fields.size() - 1, fields.get(fields.size() - 1) + "\r\n" + line);
      } else {
        fields.add(line);
      }
    }
    String field =
        fields.stream().filter(each -> isNamed(each, "dkim-signature")).findFirst().orElseThrow();
    Map<String, String> tags = new HashMap<>();
    for (String tag : field.substring(field.indexOf(':') + 1).split(";")) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.put(tag.substring(0, equals).strip(), tag.substring(equals + 1).replaceAll("\\s", ""));
      }
    }
    return new ReceivedSignature(fields, mail.substring(end + 4), field, tags);
  }

  String tag(String name) {
    return tags.get(name);
  }

  /**
   * @param publicKey in Base64, as the DNS has it
   */
  boolean holds(String publicKey) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(relaxedBody().getBytes(ISO_8859_1));
    if (!Base64.getEncoder().encodeToString(hash).equals(tag("bh"))) {
      return false;
    }
    var signed = new StringBuilder();
    List<String> left = new ArrayList<>(fields);
    for (String name : tag("h").split(":")) {
      for (int i = left.size() - 1; i >= 0; i--) {
        if (isNamed(left.get(i), name.toLowerCase(Locale.ROOT))) {
          signed.append(relaxed(left.remove(i))).append("\r\n");
          break;
        }
      }
    }
    signed.append(relaxed(field.replaceFirst("(\\bb=)[^;]*", "$1")));
    var key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(signed.toString().getBytes(ISO_8859_1));
    return signature.verify(Base64.getDecoder().decode(tag("b")));
  }

  private static boolean isNamed(String field, String name) {
    return field.toLowerCase(Locale.ROOT).replaceFirst("\\s*:.*(?s:.*)", "").equals(name);
  }

  private static String relaxed(String field) {
    int colon = field.indexOf(':');
    String value = field.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
    return field.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value.strip();
  }

  private String relaxedBody() {
    String relaxed =
        body.replaceAll("[ \t]+", " ").replace(" \r\n", "\r\n").replaceAll("(\r\n)+$", "");
    return relaxed.isEmpty() ? "" : relaxed + "\r\n";
  }
}
