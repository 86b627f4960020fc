package io.retainer.workspace.destinations;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * A folder on an SFTP server, written {@code sftp://user@host:22/in/reports}; {@code /~/reports} is
 * below the folder that the user begins in.
 *
 * @param folder without a slash at its end; empty for the folder that the user begins in
 */
public record SftpAddress(String user, String host, int port, String folder) {

  private static final int USUAL_PORT = 22;
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  /**
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  public static SftpAddress parse(String text) {
    try {
      URI uri = URI.create(text);
      String user = uri.getUserInfo();
      boolean isOne =
          "sftp".equals(uri.getScheme())
              && uri.getHost() != null
              && user != null
              && !user.isEmpty()
              && !user.contains(":")
              && uri.getQuery() == null
              && uri.getFragment() == null;
      if (isOne) {
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new SftpAddress(user, uri.getHost(), port, folder(uri.getPath()));
      }
    } catch (IllegalArgumentException e) {
      // The same sentence helps.
    }
    throw new IllegalArgumentException(
        "has the address \""
            + text
            + "\"; expected sftp://user@host/folder or sftp://user@host:2222/folder, without a"
            + " password");
  }

  private static String folder(String path) {
    String whole = path.replaceAll("/+$", "");
    if (whole.equals("/~") || whole.startsWith("/~/")) {
      return whole.substring(Math.min(whole.length(), "/~/".length()));
    }
    return whole.isEmpty() ? "/" : whole;
  }

  /** Where a file of that name lies. */
  public String path(String name) {
    if (folder.isEmpty()) {
      return name;
    }
    return folder.equals("/") ? "/" + name : folder + "/" + name;
  }

  /** As an operator reads it. */
  public String shown() {
    return folder.isEmpty() ? "the folder it begins in" : folder;
  }

  /** Whether it looks like what {@code ssh-keygen -l} prints of a host's key. */
  static boolean isFingerprint(String text) {
    return FINGERPRINT.matcher(text).matches();
  }
}
