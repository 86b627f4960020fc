package io.retainer.toolkit;

import io.retainer.spi.FactSink;
import java.util.HashMap;
import java.util.Map;

/**
 * Notices rows that a table of measurements holds twice, as a file put together from two exports
 * does. A platform writes one row for each day, query or whatever it breaks its numbers down by; a
 * second one would be counted twice.
 *
 * <p>The same row word for word is passed over. A row that says something else about the same is
 * made unsound: nobody can know which of the two is right.
 */
public final class Repeats {

  private final FactSink sink;
  private final int[] keys;
  private final LongSet rows = new LongSet();
  private final Map<String, Long> lines = new HashMap<>();

  /**
   * @param keys places of the columns that tell the rows apart; none when they are not known, so
   *     that rows are only compared as a whole
   */
  public Repeats(FactSink sink, int... keys) {
    this.sink = sink;
    this.keys = keys.clone();
  }

  /** Whether the row has been passed over, as it came before. To be asked once for every row. */
  public boolean passes(Fields fields) {
    Row row = fields.row();
    if (!rows.add(row.fingerprint())) {
      sink.passedOver(row.line(), "a row that is in the table before, word for word");
      return true;
    }
    if (keys.length > 0 && fields.isSound()) {
      Long earlier = lines.putIfAbsent(key(row), row.line());
      if (earlier != null) {
        fields.refuse(
            keys[0],
            "one row for each \"" + fields.columns().heading(keys[0]) + "\", as on line " + earlier,
            "Two exports may have been put together: delete the row that is wrong.");
      }
    }
    return false;
  }

  private String key(Row row) {
    var key = new StringBuilder();
    for (int index : keys) {
      key.append(Words.trim(row.cell(index))).append('\u0000');
    }
    return key.toString();
  }
}
