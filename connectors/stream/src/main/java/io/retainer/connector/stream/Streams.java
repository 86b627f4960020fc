package io.retainer.connector.stream;

import io.retainer.mapping.MappedTable;
import io.retainer.mapping.Mapping;
import io.retainer.mapping.MappingReader;
import io.retainer.mapping.Mappings;
import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the messages of Singer taps and Airbyte sources. */
public final class Streams extends TableConnector {

  private static final List<Mapping> BUILT_IN = Mappings.builtIn(Streams.class);

  @Override
  public ConnectorDescription describe() {
    var description =
        ConnectorDescription.of("stream", "Singer and Airbyte streams")
            .about(
                "What a Singer tap or an Airbyte source writes: a message on each line, also packed"
                    + " with gzip. Google Analytics 4, Search Console, Google Ads, Meta Ads, Mailchimp,"
                    + " HubSpot deals and Shopify orders need no mapping; other streams need one.")
            .export(
                "messages of a Singer tap",
                "Run the tap and keep what it writes: tap-… --config config.json > messages.jsonl")
            .export(
                "messages of an Airbyte source",
                "docker run … read --config … --catalog … > messages.jsonl")
            .layout("Singer 0.3: SCHEMA, RECORD, STATE, ACTIVATE_VERSION", Evidence.SEEN)
            .layout("Airbyte protocol 0: RECORD, STATE, LOG, TRACE, CATALOG", Evidence.DOCUMENTED)
            .layout(
                "records of Google Analytics 4, Search Console, Google Ads, Meta Ads and"
                    + " Mailchimp as Airbyte's sources write them",
                Evidence.SEEN)
            .layout(
                "records of the same and of HubSpot and Shopify as Singer taps write them",
                Evidence.REMEMBERED)
            .note(
                "A record that the source says it deleted is left out; a row of it that an earlier"
                    + " import brought stays, until that import is undone.")
            .note(
                "Where a tap has come to (STATE) is not kept: what it writes again takes the place of"
                    + " what was there.")
            .setting("mapping", "the text of a mapping for one stream, in YAML", ColumnType.TEXT);
    Datasets.all().forEach(dataset -> description.fills(dataset, "what the mapping says"));
    return description.build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) {
    return Recognition.refused("It is a table, and no messages of a Singer tap or Airbyte source");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink) {
    sink.issue(
        ReadIssue.ofFile(
            "a table",
            "a message of a Singer tap or Airbyte source on each line",
            "Let another connector read it."));
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    List<JsonValue> heads = json.heads();
    long messages =
        heads.stream().map(Message::of).filter(it -> it.kind() != Message.Kind.NO_MESSAGE).count();
    boolean known =
        heads.stream()
            .map(Message::of)
            .anyMatch(
                it -> it.kind() != Message.Kind.NO_MESSAGE && it.kind() != Message.Kind.UNKNOWN);
    return known && messages * 2 >= heads.size()
        ? Recognition.as("messages of a Singer tap or Airbyte source")
        : Recognition.refused("It is JSON, but its lines are no messages with type and stream");
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    var mappings = new ArrayList<Mapping>();
    String text = settings.values().get("mapping");
    if (text != null) {
      var outcome = MappingReader.read(text);
      outcome.problems().forEach(problem -> sink.issue(problem.issue()));
      if (outcome.mapping().isEmpty()) {
        return;
      }
      mappings.add(outcome.mapping().get());
    }
    mappings.addAll(BUILT_IN);
    Collection<Scanned> streams = MessageScan.streams(json, mappings, sink);
    boolean isRead = false;
    for (Scanned stream : streams) {
      isRead |= read(json, stream, settings, sink);
    }
    if (!isRead && streams.stream().anyMatch(stream -> stream.records() > 0)) {
      sink.issue(unmapped(streams));
    }
  }

  private static boolean read(JsonText json, Scanned stream, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<Scanned.Candidate> candidate =
        stream.candidates().stream().filter(Scanned.Candidate::fits).findFirst();
    if (candidate.isEmpty()) {
      sink.passedOver(stream.firstLine(), why(stream));
      return false;
    }
    Mapping mapping = candidate.get().mapping().limitedTo(candidate.get().present());
    Set<String> accounts = candidate.get().accounts();
    if (accounts.size() < 2 || settings.account().isPresent()) {
      Mapping whole = accounts.size() == 1 ? named(mapping, accounts.iterator().next()) : mapping;
      readTable(new StreamSheet(json, stream, whole, Optional.empty()), settings, sink);
    } else {
      for (String account : accounts) {
        readTable(
            new StreamSheet(json, stream, named(mapping, account), Optional.of(account)),
            settings,
            sink);
      }
    }
    return true;
  }

  private static Mapping named(Mapping mapping, String account) {
    return account.isEmpty() ? mapping : mapping.ofAccount(account);
  }

  private static void readTable(StreamSheet sheet, ReadSettings settings, FactSink sink)
      throws IOException {
    Mapping mapping = sheet.mapping();
    Optional<Table> table = Table.find(sheet, mapping.headings(), mapping.columns().keySet());
    new MappedTable(mapping, settings, sink).read(List.of(table.orElseThrow()));
  }

  private static String why(Scanned stream) {
    String what = "the stream \"" + stream.name() + "\" of " + stream.records() + " records: ";
    if (stream.records() == 0) {
      return "the stream \"" + stream.name() + "\" without records";
    }
    return stream.candidates().isEmpty()
        ? what + "no mapping describes it"
        : what
            + "it lacks fields of "
            + String.join(
                " and of ",
                stream.candidates().stream().map(it -> it.mapping().title()).distinct().toList());
  }

  private static ReadIssue unmapped(Collection<Scanned> streams) {
    return ReadIssue.ofFile(
        "streams that no mapping describes: "
            + String.join(", ", streams.stream().map(Scanned::name).toList()),
        "one of "
            + String.join(
                ", ",
                BUILT_IN.stream().flatMap(it -> it.streams().names().stream()).distinct().toList()),
        "Write a mapping with \"streams:\" and give it with the file: on the command line with"
            + " --connector stream --mapping, to the API as the fields connector and mapping.");
  }
}
