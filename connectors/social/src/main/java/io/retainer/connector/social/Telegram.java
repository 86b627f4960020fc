package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import java.io.IOException;
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
    return ConnectorDescription.of(NETWORK, "Telegram")
        .about("Posts of a channel with their reactions, and its followers day by day.")
        .export(
            "a channel's history",
            "In Telegram Desktop open the channel, the menu, Export chat history, format JSON.")
        .export(
            "a graph of the statistics",
            "What stats.getBroadcastStats or stats.loadAsyncGraph answers for followers, growth or"
                + " interactions.")
        .export("a list of posts", "Of a counting service such as TGStat, as CSV or XLSX.")
        .layout("result.json of a channel", Evidence.SEEN)
        .layout("a graph (columns, names)", Evidence.DOCUMENTED)
        .layout("lists of posts, told by their links", Evidence.REMEMBERED)
        .refuses("histories of groups, of private chats and of whole accounts")
        .fills(Datasets.SOCIAL_POSTS, "posts; pictures of one album are one post")
        .fills(Datasets.SOCIAL_ACCOUNTS, "days of a graph")
        .languages(Evidence.REMEMBERED, "ru", "be", "uk", "en", "fi")
        .note("A channel's history has reactions and no views: these come with lists and graphs.")
        .build();
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
          : Recognition.notRead(
              "This is the history of a Telegram chat, not of a channel: what people write to each"
                  + " other is not read.");
    }
    return head.has("chats") && head.has("personal_information")
        ? Recognition.notRead(
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
