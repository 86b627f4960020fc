package io.retainer.warehouse.imports;

import io.retainer.model.imports.PassedOver;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Stands between a connector and the facts, and checks what is handed over. */
final class CheckingSink implements FactSink {

  private static final int ROWS_PER_PROGRESS = 10_000;
  private static final int MOST_TABLES = 2_000;

  /** Each column of each layout takes memory of the engine, however few rows there are. */
  private static final int MOST_COLUMNS = 2_000;

  /** A source says few totals of a column; thousands are rows of a damaged file. */
  private static final int MOST_TOTALS = 100;

  private static final int MOST_ASSUMED = 50;

  private final Intake intake;
  private final Issues issues;
  private final Personal personal;
  private final LongConsumer progress;
  private final List<IntakeTable> tables = new ArrayList<>();
  private final List<StatedTotal> totals = new ArrayList<>();
  private final Map<List<Object>, Set<BigDecimal>> stated = new HashMap<>();
  private final Set<String> assumed = new LinkedHashSet<>();
  private IntakeTable current;
  private final Set<List<String>> layouts = new HashSet<>();
  private int columns;
  private boolean toldFull;
  private long rows;
  private final PassedOverLines passedOver = new PassedOverLines();
  private SQLException failure;

  /** A total of the source, and the table it belongs to. */
  record StatedTotal(IntakeTable table, SourceTotal total) {}

  /** The warehouse itself failed; connectors pass it on unseen. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(SQLException cause) {
      super(cause);
    }
  }

  CheckingSink(Intake intake, Issues issues, Personal personal, LongConsumer progress) {
    this.personal = personal;
    this.intake = intake;
    this.issues = issues;
    this.progress = progress;
  }

  @Override
  public TableWriter table(TableHeader header) {
    if (isFull()) {
      current = null;
      return new Nowhere();
    }
    Optional<ReadIssue> wrong = problem(header);
    if (wrong.isPresent()) {
      issues.file(wrong.get());
      current = null;
      return new Nowhere();
    }
    try {
      current = intake.table(header);
      tables.add(current);
      return new Writer(current);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private boolean isFull() {
    boolean isFull = tables.size() >= MOST_TABLES || columns >= MOST_COLUMNS;
    if (isFull && !toldFull) {
      toldFull = true;
      issues.file(
          ReadIssue.ofFile(
              "more than " + tables.size() + " tables",
              "fewer tables in one file",
              "If the file is whole and repeats no headings, import it in parts."));
    }
    return isFull;
  }

  private Optional<ReadIssue> problem(TableHeader header) {
    String problem = null;
    if (!Datasets.find(header.dataset().name()).equals(Optional.of(header.dataset()))) {
      problem = "a dataset \"" + header.dataset().name() + "\" that is not in the vocabulary";
    } else if (header.grain() == Grain.EVENT
        && !header.columns().containsAll(header.dataset().key())) {
      problem = "events without " + header.dataset().key();
    } else if (header.account().length() > 300
        || header.account().chars().anyMatch(Character::isISOControl)) {
      problem = "an account name of " + header.account().length() + " characters";
    } else if (header.currency().isPresent() && !isCurrency(header.currency().get())) {
      problem = "the currency \"" + header.currency().get() + "\"";
    }
    if (layouts.add(header.columns())) {
      columns += header.columns().size();
    }
    if (problem == null && RowCheck.isRounded(header.account())) {
      return Optional.of(roundedAccount(header));
    }
    return Optional.ofNullable(problem)
        .map(
            saw ->
                ReadIssue.ofFile(
                    saw + " in table \"" + header.title() + "\"",
                    "a table that the vocabulary knows",
                    "Report this to the connector's author."));
  }

  private static ReadIssue roundedAccount(TableHeader header) {
    return ReadIssue.ofFile(
        "the account \"" + header.account() + "\" in table \"" + header.title() + "\"",
        "the account's whole number",
        "Excel has rounded the numbers: download the export again and upload it without opening it"
            + " in Excel, or say which account it is.");
  }

  private static boolean isCurrency(String code) {
    try {
      return Currency.getInstance(code) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void issue(ReadIssue issue) {
    issues.file(issue);
  }

  @Override
  public void total(SourceTotal total) {
    if (current == null
        || total.value() == null
        || current.header().dataset().find(total.column()).isEmpty()
        || !isNew(total)) {
      return;
    }
    try {
      intake.total(current, total);
      totals.add(new StatedTotal(current, total));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The same total again, below each part of a list, is compared once. */
  private boolean isNew(SourceTotal total) {
    Set<BigDecimal> before =
        stated.computeIfAbsent(List.of(current, total.column()), any -> new HashSet<>());
    return before.size() < MOST_TOTALS && before.add(total.value().stripTrailingZeros());
  }

  @Override
  public void passedOver(long line, String reason) {
    passedOver.add(line, reason);
  }

  @Override
  public void assumed(String what) {
    if (assumed.size() < MOST_ASSUMED) {
      assumed.add(Personal.without(what));
    }
  }

  @Override
  public void unchanging(String column) {
    boolean isThere =
        current != null
            && current.header().columns().contains(column)
            && current.header().dataset().column(column).type() == ColumnType.TIMESTAMP;
    if (isThere) {
      current.unchanging(column);
    }
  }

  List<PassedOver> passedOver() {
    return passedOver.byReason();
  }

  List<String> assumed() {
    return List.copyOf(assumed);
  }

  List<IntakeTable> tables() {
    return tables;
  }

  List<StatedTotal> totals() {
    return totals;
  }

  long rows() {
    return rows;
  }

  /** The connector knows every line and none is data: the file says something about others. */
  boolean isCompanion() {
    return tables.isEmpty() && !passedOver.isEmpty();
  }

  /** A connector may have caught what the warehouse threw. */
  void throwFailure() throws SQLException {
    if (failure != null) {
      throw failure;
    }
  }

  private Failed failed(SQLException cause) {
    failure = cause;
    return new Failed(cause);
  }

  private void count() {
    if (++rows % ROWS_PER_PROGRESS == 0) {
      progress.accept(rows);
    }
  }

  private final class Writer implements TableWriter {

    private final IntakeTable table;
    private final RowCheck check;
    private final List<Column> columns;

    Writer(IntakeTable table) {
      this.table = table;
      this.check = new RowCheck(table.header());
      this.columns =
          table.header().columns().stream().map(table.header().dataset()::column).toList();
    }

    @Override
    public void row(long line, DateSpan period, Object[] read) {
      if (table != current) {
        throw new IllegalStateException(
            "A row for table \"" + table.header().title() + "\" came after the next table began");
      }
      Object[] values = BareTexts.of(read);
      Optional<ReadIssue> problem = check.problem(line, period, values);
      if (problem.isPresent()) {
        rejected(problem.get(), Arrays.toString(values));
        return;
      }
      try {
        table.append(line, period, personal.without(columns, values));
      } catch (SQLException e) {
        throw failed(e);
      }
      count();
    }

    @Override
    public void rejected(ReadIssue issue, String text) {
      issues.row(issue);
      table.countRejected();
      try {
        intake.rejected(table.header().title(), Personal.without(issue));
      } catch (SQLException e) {
        throw failed(e);
      }
      count();
    }
  }

  /** Takes the rows of a table that cannot be one. */
  private static final class Nowhere implements TableWriter {
    @Override
    public void row(long line, DateSpan period, Object[] values) {}

    @Override
    public void rejected(ReadIssue issue, String text) {}
  }
}
