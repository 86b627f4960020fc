package io.retainer.app.deliveries;

import io.retainer.rendering.mail.MailMark;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail of a run to one of the agency's own people. Nothing is issued by it.
 *
 * @param kind test or internal
 * @param by who asked for it; {@code schedule} when the clock did
 * @param detail of an internal copy, when its recipients get the report, in the report's language
 * @param answer what became of it, in the mail server's words
 * @param nextAttempt of a copy that waits
 */
public record Copy(
    String id,
    String run,
    MailMark.Kind kind,
    String recipient,
    String by,
    String detail,
    Delivery.State state,
    int attempts,
    Optional<String> answer,
    Instant created,
    Optional<Instant> nextAttempt,
    Instant updated) {}
