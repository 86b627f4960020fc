package io.retainer.model.fact;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the rows behind figures are asked for. Keys of persons, hashed as they are, are never among
 * their columns.
 */
public interface RowSource {

  /** Has no rows. */
  RowSource NONE =
      new RowSource() {
        @Override
        public List<ImportedRows> rows(Ask ask) {
          return List.of();
        }

        @Override
        public Optional<ImportedRows> daily(Ask ask) {
          return Optional.empty();
        }
      };

  /**
   * @param layouts those that {@link Coverage.Input#layout} names
   */
  record Ask(ClientId client, Dataset dataset, Set<String> layouts, DateSpan period) {

    public Ask {
      layouts = Set.copyOf(layouts);
    }
  }

  /** The rows, by what they have in common; the layouts of several accounts may be alike. */
  List<ImportedRows> rows(Ask ask);

  /**
   * What adds up, by day, source, account, currency and the dimensions that most sources have:
   * channel, campaign, network, status. Empty where no layout tells days.
   */
  Optional<ImportedRows> daily(Ask ask);
}
