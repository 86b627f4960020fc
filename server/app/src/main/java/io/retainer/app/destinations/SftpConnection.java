package io.retainer.app.destinations;

import io.retainer.workspace.destinations.SftpAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * A session with an SFTP server that showed the key it is known by. Nothing of the machine's own
 * SSH is used: neither its known hosts nor its keys, its agent or its configuration.
 */
final class SftpConnection implements AutoCloseable {

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final long WHOLE_MINUTES = 5;

  /** What the library says once everything was refused. */
  private static final String NO_MORE = "No more authentication methods available";

  private final SshClient client;
  private final ClientSession session;

  private SftpConnection(SshClient client, ClientSession session) {
    this.client = client;
    this.session = session;
  }

  /** It is not who it has to be; neither a password nor a file went there. */
  static final class OtherHostException extends IOException {
    private static final long serialVersionUID = 1L;

    OtherHostException(String message) {
      super(message);
    }
  }

  /** It does not let us in. */
  static final class DeniedException extends IOException {
    private static final long serialVersionUID = 1L;

    DeniedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * @param hostKeys fingerprints, one of which it has to show
   * @param secret a password or a private key
   * @param patience with each answer
   * @throws IOException saying what stood in the way
   */
  static SftpConnection open(
      SftpAddress address,
      Set<String> hostKeys,
      String secret,
      boolean isInternal,
      Duration patience)
      throws IOException {
    String[] shown = new String[1];
    Predicate<PublicKey> isKnown =
        key -> {
          shown[0] = fingerprint(key);
          return hostKeys.contains(shown[0]);
        };
    SshClient client = client(isKnown, patience);
    try {
      ClientSession session = connected(client, address, isInternal);
      try {
        identify(session, secret);
        session.auth().verify(patience);
      } catch (IOException e) {
        throw reason(e, address, hostKeys, Optional.ofNullable(shown[0]));
      }
      return new SftpConnection(client, session);
    } catch (IOException | RuntimeException e) {
      client.stop();
      throw e;
    }
  }

  /** The fingerprint that a server shows, for somebody to compare; nobody signs in. */
  static String hostKey(SftpAddress address, boolean isInternal, Duration patience)
      throws IOException {
    String[] shown = new String[1];
    SshClient client =
        client(
            key -> {
              shown[0] = fingerprint(key);
              return false;
            },
            patience);
    try {
      connected(client, address, isInternal).auth().verify(patience);
    } catch (IOException e) {
      if (shown[0] == null) {
        throw e;
      }
    } finally {
      client.stop();
    }
    return shown[0];
  }

  private static String fingerprint(PublicKey key) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }

  private static SshClient client(Predicate<PublicKey> isKnown, Duration patience) {
    SshClient client = SshClient.setUpDefaultClient();
    client.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(
        List.of(
            UserAuthPublicKeyFactory.INSTANCE,
            UserAuthPasswordFactory.INSTANCE,
            UserAuthKeyboardInteractiveFactory.INSTANCE));
    client.setServerKeyVerifier((session, address, key) -> isKnown.test(key));
    // After whoever waits for the same answer: those say that none came, a session only that it
    // is closed.
    Duration further = patience.plus(patience.dividedBy(2));
    CoreModuleProperties.IDLE_TIMEOUT.set(client, further);
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, further);
    CoreModuleProperties.AUTH_TIMEOUT.set(client, further);
    client.start();
    // Whoever answers a byte at a time keeps within each wait, not within this one. It ends with
    // the client.
    client
        .getScheduledExecutorService()
        .schedule(() -> client.close(true), WHOLE_MINUTES, TimeUnit.MINUTES);
    return client;
  }

  /** By the very addresses that were looked at. */
  private static ClientSession connected(SshClient client, SftpAddress to, boolean isInternal)
      throws IOException {
    InetAddress[] addresses =
        isInternal
            ? InetAddress.getAllByName(to.host())
            : new GuardedAddresses().resolve(to.host());
    IOException last = null;
    for (InetAddress address : addresses) {
      try {
        return client
            .connect(to.user(), new InetSocketAddress(address, to.port()))
            .verify(CONNECTING)
            .getClientSession();
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static void identify(ClientSession session, String secret) throws IOException {
    if (!secret.startsWith("-----BEGIN ")) {
      session.addPasswordIdentity(secret);
      return;
    }
    try {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
              session,
              NamedResource.ofName("the secret"),
              new ByteArrayInputStream((secret + "\n").getBytes(StandardCharsets.US_ASCII)),
              FilePasswordProvider.EMPTY);
      keys.forEach(session::addPublicKeyIdentity);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new DeniedException(
          "the private key cannot be read; it has to be one without a passphrase, as ssh-keygen"
              + " makes it",
          e);
    }
  }

  private static IOException reason(
      IOException failure, SftpAddress address, Set<String> hostKeys, Optional<String> shown) {
    if (failure instanceof DeniedException) {
      return failure;
    }
    if (shown.isPresent() && !hostKeys.contains(shown.get())) {
      return new OtherHostException(
          "%s showed the key %s, and is known by %s. Ask its operator whether the key was changed; if it was, give the new host-key, else somebody stands in between. Neither a password nor a file was sent"
              .formatted(address.host(), shown.get(), String.join(" or ", hostKeys)));
    }
    return shown.isPresent()
        ? new DeniedException(
            address.host() + " does not let " + address.user() + " in: " + denial(failure), failure)
        : failure;
  }

  private static String denial(IOException failure) {
    return NO_MORE.equals(failure.getMessage())
        ? "it does not accept the password or key"
        : failure.getMessage();
  }

  SftpClient files() throws IOException {
    return SftpClientFactory.instance().createSftpClient(session);
  }

  @Override
  public void close() {
    session.close(true);
    client.stop();
  }
}
