package io.retainer.model.mail;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Why the certificate that a server shows is not accepted. Java says it deep inside, in words for
 * who wrote it.
 */
public enum CertificateFault {
  /** Or not valid yet; the clock of this machine may be wrong too. */
  EXPIRED,
  /** Nobody whom this machine trusts vouches for it. */
  UNKNOWN,
  /** It is another server's. */
  OTHER_NAME;

  private static final int DEEPEST = 20;

  /** Empty where something else went wrong. */
  public static Optional<CertificateFault> of(Throwable failure) {
    List<Throwable> causes =
        Stream.iterate(failure, Throwable::getCause)
            .limit(DEEPEST)
            .takeWhile(each -> each != null)
            .toList();
    if (causes.stream().anyMatch(CertificateFault::isOfTime)) {
      return Optional.of(EXPIRED);
    }
    if (causes.stream()
        .anyMatch(
            each ->
                each instanceof CertPathBuilderException
                    || each instanceof CertPathValidatorException)) {
      return Optional.of(UNKNOWN);
    }
    // Names are compared last, by whoever has found nothing else.
    return causes.stream()
            .anyMatch(
                each ->
                    each instanceof CertificateException
                        || each instanceof SSLPeerUnverifiedException)
        ? Optional.of(OTHER_NAME)
        : Optional.empty();
  }

  private static boolean isOfTime(Throwable each) {
    return each instanceof CertificateExpiredException
        || each instanceof CertificateNotYetValidException;
  }
}
