package io.retainer.app.schedules;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import java.util.Optional;

/**
 * What of a schedule lasts: whose it is, and, while one of its periods is open, what its report is.
 * What was made for a client under review would go to another client's people otherwise.
 */
final class Lasting {

  private Lasting() {}

  /**
   * @throws FieldProblem when it would be another client's
   */
  static void checkClient(Schedule before, ClientId client) {
    if (!before.client().equals(client)) {
      throw FieldProblem.of(
          TableColumn.CLIENT,
          "A schedule stays with its client %s; saw %s. For another client add a schedule of its own (in a table: a line without an id) and remove this one"
              .formatted(before.client(), client));
    }
  }

  /**
   * @param open a period that has not ended; empty when all have
   * @throws FieldProblem when it would be about another report
   */
  static void checkReport(Schedule before, String report, Optional<Period> open) {
    if (!before.report().equals(report) && open.isPresent()) {
      throw FieldProblem.of(
          TableColumn.REPORT,
          "The report of a schedule does not change while one of its periods is under way or waits for somebody, as %s does. Let it go out or leave it out first"
              .formatted(open.get()));
    }
  }
}
