package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** VKontakte: communities and their posts. */
public final class VKontakte extends ListedNetwork {

  static final String NETWORK = "vk";

  private static final Pattern LINK =
      Pattern.compile("vk\\.(?:com|ru)/\\S*?(?:wall|video|clip)(-?\\d+_\\d+)");

  public VKontakte() {
    super(
        NETWORK,
        LINK,
        "It is neither an answer of stats.get or wall.get nor a community's statistics with the"
            + " headings Дата, Критерий and Значение nor a list of posts with links like"
            + " https://vk.com/wall-1_2.");
  }

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "vkontakte",
        "VKontakte",
        "Answers of VK's interface for programs: stats.get for a community by days, weeks or"
            + " months, and wall.get for posts. The export of a community's statistics, and lists"
            + " of posts of counting services, told by their links. A post's views are its"
            + " impressions; the days of VK begin in Moscow.",
        List.of(
            "stats.get, since 2018 (period_from) and before (day): from the documentation",
            "wall.get: from the documentation",
            "Export of a community's statistics, a line for each figure: from memory, never seen",
            "Lists of posts: headings from memory, never seen",
            "stats.getPostReach is refused: it has no dates"),
        List.of(Datasets.SOCIAL_ACCOUNTS.name(), Datasets.SOCIAL_POSTS.name()));
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (VkStatistics.in(sheet).isPresent()) {
        return Recognition.as("statistics of a community");
      }
    }
    return super.recognise(file, content);
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<VkStatistics> statistics = VkStatistics.in(sheet);
      if (statistics.isPresent()) {
        statistics.get().read(settings, sink);
      }
    }
    super.read(file, content, settings, sink);
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    VkAnswer answer = VkAnswer.of(json.head());
    return switch (answer.kind()) {
      case STATISTICS -> Recognition.as("statistics of a community");
      case POSTS -> Recognition.as("posts of a wall");
      case REACH ->
          Recognition.refused(
              "This is VK's reach of posts without their dates. Upload the answer of wall.get.");
      default -> Recognition.refused(refusal());
    };
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    VkAnswer answer = VkAnswer.of(json.head());
    if (answer.kind() == VkAnswer.Kind.STATISTICS) {
      VkDays.read(json, answer, settings, sink);
    } else if (answer.kind() == VkAnswer.Kind.POSTS) {
      VkPosts.read(json, answer, settings, sink);
    }
  }
}
