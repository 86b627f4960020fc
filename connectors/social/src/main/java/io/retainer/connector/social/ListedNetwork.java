package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A network whose posts come as lists with links, and perhaps in other ways besides. */
abstract class ListedNetwork extends TableConnector {

  private final String network;
  private final Pattern link;
  private final String refusal;

  /**
   * @param link finds a post's id in its link, as the first group
   * @param refusal what is said of a file that is none of the network's
   */
  ListedNetwork(String network, Pattern link, String refusal) {
    this.network = network;
    this.link = link;
    this.refusal = refusal;
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (list(sheet).isPresent()) {
        return Recognition.as("list of posts");
      }
    }
    return Recognition.refused(refusal);
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<PostList> list = list(sheet);
      if (list.isPresent()) {
        list.get().read(settings, sink);
      }
    }
  }

  final Optional<PostList> list(Sheet sheet) throws IOException {
    return PostList.in(sheet, network, link);
  }

  final String refusal() {
    return refusal;
  }
}
