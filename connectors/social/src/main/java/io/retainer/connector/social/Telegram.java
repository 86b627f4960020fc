package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Telegram: a channel's history, its statistics, and lists of posts by counting services. */
public final class Telegram extends ListedNetwork {

  static final String NETWORK = "telegram";

  private static final Pattern LINK =
      Pattern.compile("(?:t|telegram)\\.me/(?:s/|c/)?[\\w-]+/(\\d+)");

  public Telegram() {
    super(
        NETWORK,
        LINK,
        "It is neither a channel's history (result.json) nor a graph of its statistics nor a list"
            + " of posts with links like https://t.me/channel/12.");
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        NETWORK,
        "Telegram",
        "A channel's history from Telegram Desktop (Export chat history, as JSON), with reactions;"
            + " it has no views. Graphs of the channel's statistics as the interface for programs"
            + " answers them: followers, joined and left, views. Lists of posts of counting"
            + " services such as TGStat, told by their links. Pictures of one album are one post."
            + " Histories of groups and of private chats are refused.",
        List.of(
            "result.json of a channel: read in others' code",
            "A graph of stats.getBroadcastStats (columns, names): from the documentation, never"
                + " seen",
            "Lists of posts, of TGStat and others: headings from memory, never seen"),
        List.of(Datasets.SOCIAL_POSTS.name(), Datasets.SOCIAL_ACCOUNTS.name()));
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    JsonValue head = json.head();
    if (TelegramGraph.is(head)) {
      return Recognition.as("a graph of a channel's statistics");
    }
    if (head.has("messages") && head.has("type") && head.has("name")) {
      return head.at("type").text().endsWith("channel")
          ? Recognition.as("a channel's history")
          : Recognition.refused(
              "This is the history of a Telegram chat, not of a channel: what people write to each"
                  + " other is not read.");
    }
    return head.has("chats") && head.has("personal_information")
        ? Recognition.refused(
            "This is the archive of a whole Telegram account. Export the history of the channel"
                + " alone: what people write to each other is not read.")
        : Recognition.refused(refusal());
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    JsonValue head = json.head();
    if (TelegramGraph.is(head)) {
      TelegramGraph.read(json, settings, sink);
    } else {
      new TelegramHistory(json, settings).read(sink);
    }
  }
}
