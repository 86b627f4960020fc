package io.retainer.workspace.dkim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys in the folder {@code dkim} of a home, each in a file that is called like the DNS record
 * of its public part: {@code retainer._domainkey.agency.example.pem}. Of several of a domain the
 * one whose selector is last by its letters signs, so that {@code r2027} follows {@code r2026}.
 */
public final class DkimKeys {

  private static final int BITS = 2048;
  private static final String ENDING = ".pem";
  private static final Pattern SELECTOR = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private final Path folder;

  /**
   * @param home the home folder
   */
  public DkimKeys(Path home) {
    this.folder = home.resolve("dkim");
  }

  /**
   * The key that signs mails from a domain: its own, else that of a domain above it.
   *
   * @throws IOException when it is there and cannot be used, saying which and why
   */
  public Optional<DkimKey> of(String domain) throws IOException {
    String name = domain.toLowerCase(Locale.ROOT);
    while (DOMAIN.matcher(name).matches()) {
      Optional<DkimKey> own = exactly(name);
      if (own.isPresent()) {
        return own;
      }
      name = name.substring(name.indexOf('.') + 1);
    }
    return Optional.empty();
  }

  private Optional<DkimKey> exactly(String domain) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    String rest = "._domainkey." + domain + ENDING;
    Optional<String> selector;
    try (Stream<Path> files = Files.list(folder)) {
      selector =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(rest))
              .map(name -> name.substring(0, name.length() - rest.length()))
              .filter(SELECTOR.asMatchPredicate())
              .max(Comparator.naturalOrder());
    }
    return selector.isEmpty() ? Optional.empty() : Optional.of(read(selector.get(), domain));
  }

  private DkimKey read(String selector, String domain) throws IOException {
    Path file = file(selector, domain);
    try {
      return DkimKey.of(domain, selector, Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IOException("The DKIM key " + file + " cannot be used: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException("The DKIM key " + file + " cannot be read: " + e, e);
    }
  }

  private Path file(String selector, String domain) {
    return folder.resolve(selector + "._domainkey." + domain + ENDING);
  }

  /**
   * Makes a key, or gives the one that is there under this selector.
   *
   * @throws IllegalArgumentException when the domain or the selector cannot be one
   */
  public DkimKey make(String domainName, String selector) throws IOException {
    String domain = domainName.toLowerCase(Locale.ROOT);
    if (!DOMAIN.matcher(domain).matches()) {
      throw new IllegalArgumentException(
          "\"" + domainName + "\" is no domain; expected one like agency.example");
    }
    if (!SELECTOR.matcher(selector).matches()) {
      throw new IllegalArgumentException(
          "\"" + selector + "\" is no selector; expected small letters, digits and -");
    }
    Path file = file(selector, domain);
    if (!Files.exists(file)) {
      Files.createDirectories(folder);
      DkimKey made = new DkimKey(domain, selector, newKey());
      Path half = Files.createTempFile(folder, ".key", "", ownersOnly());
      Files.writeString(half, made.pem(), StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(half, file);
    }
    return read(selector, domain);
  }

  private FileAttribute<?>[] ownersOnly() {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static RSAPrivateCrtKey newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }
}
