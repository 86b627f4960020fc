package io.retainer.connector.crm;

import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.PersonKey;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of the person of a row: by the first e-mail address, else by the first phone number. */
final class People {

  private static final Pattern ADDRESS =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,200}\\.\\p{L}{2,24}");
  private static final int SHORTEST_PHONE = 7;
  private static final int LONGEST_PHONE = 15;

  private final PersonKey keys;

  People(ReadSettings settings) {
    this.keys = PersonKey.of(settings);
  }

  /**
   * @return null when the row names neither
   */
  String key(Fields fields) {
    for (String key : List.of("email", "phone")) {
      for (int index : fields.columns().indexes(key)) {
        String cell = fields.row().cell(index);
        String id = key.equals("email") ? address(cell) : phone(cell);
        if (id != null) {
          return keys.key(id);
        }
      }
    }
    return null;
  }

  private static String address(String cell) {
    Matcher address = ADDRESS.matcher(cell);
    return cell.length() < 1_000 && address.find() ? address.group() : null;
  }

  /** The digits; a Russian number begins with 8 at home and with 7 abroad. */
  private static String phone(String cell) {
    String digits = cell.split("[,;\n]", 2)[0].replaceAll("\\D", "");
    if (digits.length() < SHORTEST_PHONE || digits.length() > LONGEST_PHONE) {
      return null;
    }
    return digits.length() == 11 && digits.startsWith("8") ? "7" + digits.substring(1) : digits;
  }
}
