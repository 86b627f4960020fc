package io.retainer.model.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;

/** As Java wraps them. */
class CertificateFaultTest {

  @Test
  void saysWhatIsWrongWithACertificate() {
    assertThat(
            CertificateFault.of(
                handshake(
                    new CertificateException(
                        "PKIX path validation failed",
                        new CertPathValidatorException(
                            "validity check failed",
                            new CertificateExpiredException("NotAfter: …"))))))
        .contains(CertificateFault.EXPIRED);
    assertThat(
            CertificateFault.of(
                handshake(
                    new CertificateException(
                        "PKIX path building failed",
                        new CertPathBuilderException("unable to find valid certification path")))))
        .contains(CertificateFault.UNKNOWN);
    assertThat(
            CertificateFault.of(
                handshake(
                    new CertificateException("No subject alternative DNS name matching found"))))
        .contains(CertificateFault.OTHER_NAME);
    assertThat(CertificateFault.of(new SSLPeerUnverifiedException("Certificate for <x> doesn't")))
        .as("as HTTP clients say it")
        .contains(CertificateFault.OTHER_NAME);
  }

  @Test
  void saysNothingOfOtherFailures() {
    assertThat(CertificateFault.of(new IOException("closed"))).isEmpty();
    assertThat(CertificateFault.of(new SSLHandshakeException("no cipher suites"))).isEmpty();
  }

  private static Throwable handshake(Exception cause) {
    var handshake = new SSLHandshakeException(cause.getMessage());
    handshake.initCause(cause);
    return new IOException("Could not convert socket to TLS", handshake);
  }
}
