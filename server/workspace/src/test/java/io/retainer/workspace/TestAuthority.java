package io.retainer.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * An authority of certificates of an agency's own, as keytool makes one, and what it gave to a mail
 * server at 127.0.0.1.
 */
public final class TestAuthority {

  public static final String PASSWORD = "changeit";

  private static final String STORE = "javax.net.ssl.trustStore";
  private static final String AUTHORITY = "authority";
  private static final String SERVER = "server";

  /** What a server shows. */
  public enum Shown {
    FINE("ip:127.0.0.1,dns:localhost", "-1d", "30"),
    EXPIRED("ip:127.0.0.1,dns:localhost", "-10d", "5"),
    OTHER_NAME("dns:mail.other.example", "-1d", "30");

    private final String names;
    private final String start;
    private final String days;

    Shown(String names, String start, String days) {
      this.names = names;
      this.start = start;
      this.days = days;
    }
  }

  private final Path folder;
  private final Path keys;

  private TestAuthority(Path folder) {
    this.folder = folder;
    this.keys = folder.resolve("keys.p12");
  }

  /**
   * @param folder for its keys and stores
   */
  public static TestAuthority in(Path folder) throws IOException, GeneralSecurityException {
    var authority = new TestAuthority(folder);
    authority.pair(AUTHORITY, "-ext", "bc:critical=ca:true", "-startdate", "-30d");
    authority.pair(SERVER);
    authority.keytool("-certreq", "-alias", SERVER, "-file", authority.request());
    authority.makeKnown();
    return authority;
  }

  private void pair(String alias, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("-genkeypair", "-alias", alias, "-keyalg", "EC", "-groupname", "secp256r1"));
    words.addAll(List.of("-dname", "CN=" + alias, "-validity", "60"));
    words.addAll(List.of(more));
    keytool(words.toArray(new String[0]));
  }

  /** As the README says it. */
  private void makeKnown() throws IOException {
    String certificate = folder.resolve("authority.cer").toString();
    keytool("-exportcert", "-alias", AUTHORITY, "-file", certificate);
    Files.copy(Path.of(System.getProperty("java.home"), "lib/security/cacerts"), trusted());
    keytool(trusted(), "-importcert", "-noprompt", "-alias", "agency", "-file", certificate);
  }

  private String request() {
    return folder.resolve("request.csr").toString();
  }

  /** What {@code javax.net.ssl.trustStore} names; its password is {@link #PASSWORD}. */
  public Path trusted() {
    return folder.resolve("trusted");
  }

  private Path store(Shown shown) throws IOException, GeneralSecurityException {
    Path file = folder.resolve(shown + ".p12");
    if (!Files.exists(file)) {
      Path certificate = folder.resolve(shown + ".cer");
      keytool(
          "-gencert",
          "-alias",
          AUTHORITY,
          "-infile",
          request(),
          "-outfile",
          certificate.toString(),
          "-ext",
          "san=" + shown.names,
          "-startdate",
          shown.start,
          "-validity",
          shown.days);
      KeyStore store = empty();
      store.setKeyEntry(
          SERVER,
          read(keys).getKey(SERVER, PASSWORD.toCharArray()),
          PASSWORD.toCharArray(),
          new Certificate[] {certificate(certificate), own()});
      write(store, file);
    }
    return file;
  }

  /** For a server that shows such a certificate. */
  public SSLContext serving(Shown shown) throws IOException, GeneralSecurityException {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(read(store(shown)), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** What is done while this process trusts this authority too. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  public void whileTrusted(Work work) throws Exception {
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(read(trusted()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    SSLContext before = SSLContext.getDefault();
    SSLContext.setDefault(context);
    // For those who make a context of their own, as HTTP clients do.
    System.setProperty(STORE, trusted().toString());
    System.setProperty(STORE + "Password", PASSWORD);
    try {
      work.run();
    } finally {
      SSLContext.setDefault(before);
      System.clearProperty(STORE);
      System.clearProperty(STORE + "Password");
    }
  }

  private Certificate own() throws IOException, GeneralSecurityException {
    return read(keys).getCertificate(AUTHORITY);
  }

  private static Certificate certificate(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }

  private void write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  private void keytool(String... words) throws IOException {
    keytool(keys, words);
  }

  private static void keytool(Path store, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", words) + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("keytool was interrupted", e);
    }
  }
}
