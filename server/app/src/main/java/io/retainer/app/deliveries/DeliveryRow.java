package io.retainer.app.deliveries;

import io.retainer.model.client.ClientId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** How a delivery stands in its table, and what it is called. */
final class DeliveryRow {

  private DeliveryRow() {}

  /** The same for the same run and recipient, however often it is sent. */
  static String messageId(String run, String recipient, String domain) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((run + "\n" + recipient).getBytes(StandardCharsets.UTF_8));
      return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@" + domain + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static Delivery read(ResultSet row, StatementContext context) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("run_id"),
        new ClientId(row.getString("client")),
        row.getString("recipient"),
        row.getString("message_id"),
        Delivery.State.of(row.getString("state")),
        row.getInt("attempts"),
        row.getInt("uncounted"),
        Optional.ofNullable(row.getString("answer")),
        row.getBoolean("interrupted"),
        instant(row, "created_at").orElseThrow(),
        instant(row, "next_attempt_at"),
        instant(row, "updated_at").orElseThrow(),
        instant(row, "sent_at"),
        Optional.ofNullable(row.getString("replaced_by")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
