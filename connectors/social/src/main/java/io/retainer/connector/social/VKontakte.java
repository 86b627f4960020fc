package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
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
    return ConnectorDescription.of("vkontakte", "VKontakte")
        .about("Communities by days, weeks or months, and their posts.")
        .export("answers of VK's interface for programs", "stats.get and wall.get, saved as JSON.")
        .export(
            "statistics of a community", "In the community open Statistics and export it as CSV.")
        .export("a list of posts", "Of a counting service, as CSV or XLSX.")
        .layout("stats.get, since 2018 (period_from) and before (day)", Evidence.DOCUMENTED)
        .layout("wall.get", Evidence.DOCUMENTED)
        .layout("statistics of a community, a line for each figure", Evidence.REMEMBERED)
        .layout("lists of posts, told by their links", Evidence.REMEMBERED)
        .refuses("stats.getPostReach, which has no dates")
        .fills(Datasets.SOCIAL_ACCOUNTS, "days, weeks or months of a community")
        .fills(Datasets.SOCIAL_POSTS, "posts of a wall or of a list")
        .languages(Evidence.REMEMBERED, "ru", "be", "uk", "en", "fi")
        .note("A post's views are its impressions. The days of VK begin in Moscow.")
        .build();
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
          Recognition.notRead(
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
