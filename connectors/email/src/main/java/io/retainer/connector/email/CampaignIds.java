package io.retainer.connector.email;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what the campaigns of a list are known: the platform's own id, and the variant where each has
 * a row; else what stays the same from export to export. Where a platform's layouts have different
 * ids for one campaign, its time and name are what they share.
 */
final class CampaignIds {

  private static final String BETWEEN = " · ";

  private final Optional<String> key;
  private final SentAt sent;
  private final boolean isByTimeAndName;
  private final Map<String, Integer> times = new HashMap<>();

  /**
   * @param isByTimeAndName whether the own ids only tell rows of one file apart
   */
  CampaignIds(Columns columns, SentAt sent, boolean isByTimeAndName) {
    this.key = Stream.of("message_id", "campaign_id").filter(columns::has).findFirst();
    this.sent = sent;
    this.isByTimeAndName = isByTimeAndName;
  }

  String of(Fields fields) {
    String own = key.map(fields::id).orElse(null);
    if (!fields.isSound()) {
      return null;
    }
    if (own == null) {
      return natural(fields, fields.text("subject"), fields.text("list"));
    }
    String id = single(own, fields);
    if (id == null || !isByTimeAndName) {
      return id;
    }
    String variant = fields.text("variant");
    return variant == null ? natural(fields) : natural(fields, variant);
  }

  private String single(String own, Fields fields) {
    String id = joined(own, fields.text("variant"));
    return times.merge(id, 1, Integer::sum) == 1
        ? id
        : fields.refuse(
            fields.columns().index(key.orElseThrow()),
            "one row for each campaign",
            "Two exports may have been put together: delete the row that is wrong.");
  }

  /** Two campaigns of the same minute and name are told apart by their order. */
  private String natural(Fields fields, String... further) {
    LocalDateTime sentAt = sent.of(fields);
    if (sentAt == null) {
      return null;
    }
    String[] names =
        Stream.concat(Stream.of(name(fields)), Arrays.stream(further)).toArray(String[]::new);
    String id = natural(isByTimeAndName ? sentAt.truncatedTo(ChronoUnit.MINUTES) : sentAt, names);
    int time = times.merge(id, 1, Integer::sum);
    return time == 1 ? id : id + BETWEEN + time;
  }

  private static String name(Fields fields) {
    String name = fields.text("campaign");
    return name == null ? "" : name;
  }

  static String natural(LocalDateTime sentAt, String... names) {
    return Stream.concat(
            Stream.of(sentAt.toString()),
            Arrays.stream(names).map(name -> name == null ? "" : name))
        .collect(Collectors.joining(BETWEEN));
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(BETWEEN));
  }
}
