package io.retainer.app.schedules;

import java.util.function.Supplier;

/** What somebody wrote into one field of a schedule cannot be used; the message says why. */
final class FieldProblem extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final TableColumn field;

  private FieldProblem(TableColumn field, IllegalArgumentException cause) {
    super(cause.getMessage(), cause);
    this.field = field;
  }

  static FieldProblem of(TableColumn field, String why) {
    return new FieldProblem(field, new IllegalArgumentException(why));
  }

  /**
   * Reads what stands in a field.
   *
   * @throws FieldProblem when it cannot be used
   */
  static <T> T in(TableColumn field, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (FieldProblem e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new FieldProblem(field, e);
    }
  }

  /** The same of what has no value. */
  static void check(TableColumn field, Runnable check) {
    in(
        field,
        () -> {
          check.run();
          return field;
        });
  }

  /** The field by its name in the form, which is the column's in the table. */
  String field() {
    return field.word();
  }
}
