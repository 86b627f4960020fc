package io.retainer.kpi.benchmark;

import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The same values from SQL that knows this one case: as one statement, and as one for each value.
 */
final class ByHand implements AutoCloseable {

  private static final List<String> COLUMNS =
      List.of(
          "sessions", "revenue", "transactions", "engaged_sessions", "pageviews", "conversions");
  private static final String MINE = "client = '%s' and live and ";

  private final Connection connection;
  private final String client;

  ByHand(Path file, String client) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", "256MB");
    settings.setProperty("threads", "2");
    settings.setProperty("preserve_insertion_order", "false");
    this.connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
    this.client = client;
  }

  static List<DateSpan> spans() {
    List<DateSpan> spans = new ArrayList<>(FortyKpis.MONTHS);
    spans.addAll(FortyKpis.WEEKS);
    return spans;
  }

  /**
   * The shortest way we found: the few values of the dimensions stay, days stay, everything else is
   * added up in memory.
   */
  Map<String, BigDecimal> together() throws SQLException {
    Map<String, BigDecimal> sums = new HashMap<>();
    List<DateSpan> spans = spans();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(oneStatement(spans))) {
      while (row.next()) {
        LocalDate day = row.getObject(1, LocalDate.class);
        String channel = row.getString(2);
        String device = row.getString(3);
        String country = row.getString(4);
        BigDecimal[] values = new BigDecimal[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = number(row.getObject(5 + i));
        }
        for (int r = 0; r < FortyKpis.ROWS.size(); r++) {
          if (counts(r, channel, device, country)) {
            for (int s = 0; s < spans.size(); s++) {
              if (spans.get(s).contains(day)) {
                for (int i = 0; i < values.length; i++) {
                  sums.merge(r + "|" + s + "||" + COLUMNS.get(i), values[i], BigDecimal::add);
                  if (s < FortyKpis.MONTHS.size()) {
                    sums.merge(
                        r + "|" + s + "|" + channel + "|" + COLUMNS.get(i),
                        values[i],
                        BigDecimal::add);
                  }
                }
              }
            }
          }
        }
      }
    }
    return divided(sums, spans.size());
  }

  private String oneStatement(List<DateSpan> spans) {
    StringBuilder days = new StringBuilder();
    for (DateSpan span : spans) {
      days.append(days.isEmpty() ? "" : " or ").append(within(span));
    }
    return """
        select period_start, channel, device, country, %s
        from facts_web_traffic
        where %s period_start >= '2025-10-01' and period_start < '2026-11-01' and (%s)
        group by all
        """
        .formatted(
            String.join(", ", COLUMNS.stream().map("sum(%s)"::formatted).toList()),
            MINE.formatted(client),
            days);
  }

  private static boolean counts(int rows, String channel, String device, String country) {
    return switch (rows) {
      case 0 -> true;
      case 1 -> device.equals("mobile");
      case 2 -> device.equals("desktop");
      case 3 -> channel.equals("organic");
      case 4 -> channel.equals("paid");
      case 5 -> country.equals("FI");
      case 6 -> !country.equals("FI");
      default -> device.equals("mobile") && country.equals("SE");
    };
  }

  /** A statement for each KPI and period, and one more for each month by channel. */
  Map<String, BigDecimal> oneByOne() throws SQLException {
    Map<String, BigDecimal> values = new HashMap<>();
    List<DateSpan> spans = spans();
    for (int r = 0; r < FortyKpis.ROWS.size(); r++) {
      for (int f = 0; f < FortyKpis.FORMULAS.size(); f++) {
        for (int s = 0; s < spans.size(); s++) {
          one(r, f, s, spans.get(s), false, values);
          if (s < FortyKpis.MONTHS.size()) {
            one(r, f, s, spans.get(s), true, values);
          }
        }
      }
    }
    return values;
  }

  private void one(
      int rows,
      int formula,
      int s,
      DateSpan span,
      boolean byChannel,
      Map<String, BigDecimal> values)
      throws SQLException {
    FortyKpis.Formula of = FortyKpis.FORMULAS.get(formula);
    String sql =
        "select %s, sum(%s)%s from facts_web_traffic where %s %s and %s%s"
            .formatted(
                byChannel ? "channel" : "''",
                of.over(),
                of.under().isEmpty() ? "" : ", sum(" + of.under() + ")",
                MINE.formatted(client),
                within(span),
                FortyKpis.ROWS.get(rows).sql(),
                byChannel ? " group by channel" : "");
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        BigDecimal over = number(row.getObject(2));
        if (over != null) {
          values.put(
              rows + "|" + formula + "|" + s + "|" + row.getString(1),
              of.under().isEmpty()
                  ? over
                  : over.divide(number(row.getObject(3)), MathContext.DECIMAL128));
        }
      }
    }
  }

  private static String within(DateSpan span) {
    return "(period_start >= '%s' and period_start < '%s')".formatted(span.start(), span.end());
  }

  private static Map<String, BigDecimal> divided(Map<String, BigDecimal> sums, int spans) {
    Map<String, BigDecimal> values = new HashMap<>();
    List<String> channels = new ArrayList<>(Agency.CHANNELS);
    channels.add("");
    for (int r = 0; r < FortyKpis.ROWS.size(); r++) {
      for (int s = 0; s < spans; s++) {
        for (String channel : channels) {
          String place = r + "|" + s + "|" + channel + "|";
          for (int f = 0; f < FortyKpis.FORMULAS.size(); f++) {
            FortyKpis.Formula of = FortyKpis.FORMULAS.get(f);
            BigDecimal over = sums.get(place + of.over());
            if (over != null) {
              values.put(
                  r + "|" + f + "|" + s + "|" + channel,
                  of.under().isEmpty()
                      ? over
                      : over.divide(sums.get(place + of.under()), MathContext.DECIMAL128));
            }
          }
        }
      }
    }
    return values;
  }

  private static BigDecimal number(Object value) {
    return value instanceof BigInteger integer ? new BigDecimal(integer) : (BigDecimal) value;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
