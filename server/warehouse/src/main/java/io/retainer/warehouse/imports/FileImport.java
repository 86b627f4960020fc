package io.retainer.warehouse.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.retainer.model.client.Client;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Reconciliation;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import io.retainer.warehouse.LeftByFile;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.connector.ConnectorFailure;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One recognised file on its way: read, check, accept. */
final class FileImport {

  private final Warehouse warehouse;
  private final Reception reception;
  private final Client client;
  private final ImportOptions options;
  private final Map<String, String> settings;
  private final Progress progress;

  FileImport(
      Warehouse warehouse,
      Reception reception,
      Client client,
      ImportOptions options,
      Map<String, String> settings,
      Progress progress) {
    this.warehouse = warehouse;
    this.reception = reception;
    this.client = client;
    this.options = options;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * @param insteadOf an import of the same bytes, of which something else was told
   * @param granted what was taken for granted when the file was recognised
   */
  ImportResult read(
      ArrivedFile file,
      OpenableFile source,
      InstalledConnector connector,
      Optional<ImportBatch> insteadOf,
      List<String> granted)
      throws SQLException, IOException {
    Issues issues = new Issues();
    try (Intake intake = warehouse.intake(client, connector.id())) {
      CheckingSink sink =
          new CheckingSink(
              intake,
              issues,
              new Personal(settings.getOrDefault("salt", "")),
              rows -> progress.at(file.name(), Progress.Step.READING, rows));
      progress.at(file.name(), Progress.Step.READING, 0);
      granted.forEach(sink::assumed);
      read(source, connector, sink, issues);
      sink.throwFailure();
      progress.at(file.name(), Progress.Step.ACCEPTING, sink.rows());
      intake.finish();
      judge(sink, issues, !source.siblings().isEmpty());
      if (!issues.areOfFile()) {
        intake.namesakes().ifPresent(issues::file);
      }
      sayWhatIsAssumed(sink, intake);
      if (!issues.areOfFile()) {
        sayWhatIsLeft(sink, intake);
      }
      Status status = status(sink, issues);
      List<Reconciliation> reconciliation = Reconciling.of(sink.totals());
      if (status != Status.REJECTED) {
        intake.accept();
        insteadOf.ifPresent(intake::insteadOf);
      }
      ImportResult result =
          new ImportResult(
              file.name(),
              file.sha256(),
              status,
              options.dryRun() ? Optional.empty() : Optional.of(intake.batch()),
              Optional.of(connector.id()),
              account(sink.tables()),
              tables(sink.tables()),
              issues.first(),
              issues.count(),
              reconciliation,
              intake.restatements(),
              intake.doubled(),
              sink.passedOver(),
              sink.assumed());
      if (!options.dryRun()) {
        // First the bytes, then the facts: a fact without its file could not be traced back.
        reception.keep(file);
        intake.keep(
            result,
            file.bytes(),
            options.told(GivenSettings.toKeep(options.settings(), connector.description())));
      }
      return result;
    }
  }

  private void read(
      OpenableFile source, InstalledConnector connector, CheckingSink sink, Issues issues) {
    Map<String, String> values = new HashMap<>(settings);
    values.putAll(GivenSettings.declared(options.settings(), connector.description()));
    options.mapping().ifPresent(text -> values.put("mapping", text));
    ReadSettings told =
        new ReadSettings(
            client.zone(), client.currency(), options.account(), options.period(), values);
    try (source) {
      connector.connector().read(source, told, sink);
    } catch (IOException e) {
      issues.file(
          ReadIssue.ofFile(
              "the file ends or breaks off while it is read: " + e.getMessage(),
              "a whole file",
              "Export or download it again."));
    } catch (CheckingSink.Failed e) {
      // The sink remembers it.
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      issues.file(
          ReadIssue.ofFile(
              "the connector " + connector.id() + " failed: " + e,
              "a file that the connector can read",
              ConnectorFailure.advice(e)));
    }
  }

  /**
   * A connector may leave it to the server to take the client's currency, and the days as they are.
   */
  private void sayWhatIsAssumed(CheckingSink sink, Intake intake) {
    if (sink.tables().stream().anyMatch(IntakeTable::isOfAssumedCurrency)) {
      sink.assumed(
          "Some amounts come without a currency, so they count as "
              + client.currency().getCurrencyCode()
              + ", the client's own.");
    }
    sayWhatIsOverwritten(sink);
    intake
        .dayToCome()
        .ifPresent(
            day ->
                sink.assumed(
                    "The file's days run to "
                        + day
                        + ", which has not come yet, and were taken as they stand. If the year or"
                        + " the order of day and month is wrong, undo the import and import a"
                        + " corrected file."));
  }

  /** A record that is told again is one; a refund under the number of its order is another. */
  private static void sayWhatIsOverwritten(CheckingSink sink) {
    Map<String, Long> byKey =
        sink.tables().stream()
            .filter(table -> table.overwritten() > 0)
            .collect(
                groupingBy(IntakeTable::key, TreeMap::new, summingLong(IntakeTable::overwritten)));
    byKey.forEach(
        (key, rows) ->
            sink.assumed(
                ("Rows with the same %1$s as a later row of the file: %2$,d. Only the last row of"
                        + " each counts. If they are rows of their own, such as refunds, undo the"
                        + " import and import the file by a mapping whose %1$s is a column without"
                        + " repeated values.")
                    .formatted(key, rows)));
  }

  /** Of what earlier imports brought: an order that a shop has deleted goes on counting. */
  private static void sayWhatIsLeft(CheckingSink sink, Intake intake) throws SQLException {
    for (LeftByFile.Found found : intake.leftByFile()) {
      found
          .absent()
          .ifPresent(
              absent ->
                  sink.assumed(
                      ("Earlier imports have rows of the days of this file that it lacks: %,d, such"
                              + " as the %s \"%s\" of %s (import %s). They still count. If they were"
                              + " deleted at the source, undo that import and import its days again;"
                              + " if this file is a part of the list, nothing is to be done.")
                          .formatted(
                              absent.rows(),
                              absent.key(),
                              absent.example(),
                              absent.day(),
                              absent.batch())));
      found
          .narrowed()
          .ifPresent(
              narrowed ->
                  sink.assumed(
                      ("Rows take the place of earlier ones with the same %s that had more columns:"
                              + " %,d with %s. These values no longer count. If they should, import"
                              + " the file with these columns again, after this one, or undo this"
                              + " import.")
                          .formatted(
                              narrowed.key(),
                              narrowed.rows(),
                              String.join(", ", narrowed.columns()))));
    }
  }

  /** Adds what only the whole file shows. */
  private static void judge(CheckingSink sink, Issues issues, boolean hasSiblings) {
    long rows = sink.tables().stream().mapToLong(IntakeTable::rows).sum();
    long rejected = sink.tables().stream().mapToLong(IntakeTable::rejectedRows).sum();
    if (issues.areOfFile()) {
      return;
    }
    if (rejected > rows) {
      issues.file(
          ReadIssue.ofFile(
              "%,d of %,d rows that cannot be read".formatted(rejected, rejected + rows),
              "more than half of the rows to be right",
              "Nothing was imported. Correct what the issues below name, or choose the right account, period or mapping."));
    } else if (rows == 0
        && !isKnownToBeEmpty(sink.tables())
        && !(hasSiblings && sink.isCompanion())) {
      issues.file(
          ReadIssue.ofFile(
              "no row of data",
              "at least one row",
              "There is nothing to import. Export a period in which the platform has data."));
    }
  }

  /** The source says which days a table is about, so that no row means that nothing happened. */
  private static boolean isKnownToBeEmpty(List<IntakeTable> tables) {
    return !tables.isEmpty()
        && tables.stream().allMatch(table -> table.header().period().isPresent());
  }

  private static Status status(CheckingSink sink, Issues issues) {
    if (issues.areOfFile()) {
      return Status.REJECTED;
    }
    boolean some = sink.tables().stream().anyMatch(table -> table.rejectedRows() > 0);
    return some ? Status.PARTIAL : Status.ACCEPTED;
  }

  private Optional<String> account(List<IntakeTable> tables) {
    List<String> accounts =
        tables.stream()
            .map(table -> table.header().account())
            .filter(account -> !account.isBlank())
            .distinct()
            .toList();
    return accounts.size() == 1 ? Optional.of(accounts.get(0)) : options.account();
  }

  private static List<ImportResult.Table> tables(List<IntakeTable> tables) {
    return tables.stream()
        .map(
            table ->
                new ImportResult.Table(
                    table.header().title(),
                    table.header().dataset().name(),
                    table.rows(),
                    table.rejectedRows(),
                    table.span(),
                    table.header().grain()))
        .collect(Collectors.toList());
  }
}
