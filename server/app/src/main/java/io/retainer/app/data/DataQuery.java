package io.retainer.app.data;

import io.retainer.app.shell.Problem;
import io.retainer.model.client.ClientId;
import io.retainer.spi.DateSpan;
import io.retainer.warehouse.DataTable;
import io.retainer.warehouse.RowsAsk;
import io.retainer.warehouse.RowsAsk.Filter;
import io.retainer.warehouse.RowsAsk.Match;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an address asks of the rows of a client. Days are those of the rows, the last included. */
public final class DataQuery {

  /** Enough to narrow down, and an address that every browser takes. */
  private static final int MOST_FILTERS = 10;

  private static final int LONGEST = 500;

  @QueryParam("dataset")
  @DefaultValue("")
  private String dataset;

  @QueryParam("table")
  @DefaultValue("")
  private String table;

  /** Of which table, when its number is not known. */
  @QueryParam("source")
  @DefaultValue("")
  private String source;

  @QueryParam("account")
  @DefaultValue("")
  private String account;

  @QueryParam("from")
  @DefaultValue("")
  private String from;

  @QueryParam("to")
  @DefaultValue("")
  private String to;

  @QueryParam("import")
  @DefaultValue("")
  private String batch;

  /** Each a column, a sign and a text: {@code channel=Direct}, {@code query~shoes}. */
  @QueryParam("where")
  private List<String> where = List.of();

  /** What the form adds to them. */
  @QueryParam("column")
  @DefaultValue("")
  private String column;

  @QueryParam("match")
  @DefaultValue("")
  private String match;

  @QueryParam("text")
  @DefaultValue("")
  private String text;

  @QueryParam("sort")
  @DefaultValue("")
  private String sort;

  @QueryParam("order")
  @DefaultValue("")
  private String order;

  @QueryParam("values")
  @DefaultValue("")
  private String values;

  @QueryParam("page")
  @DefaultValue("1")
  private String page;

  String dataset() {
    return dataset;
  }

  String table() {
    return table;
  }

  /** Whether the table is of the source and account that are named, if any are. */
  boolean isAbout(DataTable of) {
    return source.isEmpty() || source.equals(of.source()) && account.equals(of.account());
  }

  public String from() {
    return from;
  }

  public String to() {
    return to;
  }

  public String batch() {
    return batch;
  }

  public String sort() {
    return sort;
  }

  public String order() {
    return order;
  }

  public boolean isDescending() {
    return order.equals("down");
  }

  /** The column whose values are listed. */
  public String values() {
    return values;
  }

  int page() {
    return page.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1;
  }

  /** The filters as they stand in an address. */
  public List<String> filters() {
    List<String> all = new ArrayList<>(where);
    if (!column.isEmpty() && !text.isEmpty()) {
      all.add(column + (match.equals("is") ? "=" : "~") + text);
    }
    return all.stream().distinct().toList();
  }

  /**
   * @throws Problem for what the table does not have
   */
  RowsAsk ask(ClientId client, DataTable of) {
    List<String> all = filters();
    if (all.size() > MOST_FILTERS || all.stream().anyMatch(each -> each.length() > LONGEST)) {
      throw Problem.invalid(
          "There may be %d filters of up to %d characters each. Take some away."
              .formatted(MOST_FILTERS, LONGEST));
    }
    return new RowsAsk(
        client,
        of.dataset(),
        of.id(),
        days(),
        Optional.of(batch).filter(number -> number.matches("[0-9]{1,15}")),
        all.stream().map(each -> filter(each, of)).toList(),
        Optional.of(sort).filter(each -> each.equals(RowsAsk.DATE) || has(of, each)),
        isDescending());
  }

  /** A filter that stands in an address. */
  static Filter filter(String text, DataTable of) {
    int is = text.indexOf('=');
    int contains = text.indexOf('~');
    int sign = is < 0 ? contains : contains < 0 ? is : Math.min(is, contains);
    String column = sign < 0 ? text : text.substring(0, sign);
    if (sign < 0 || !has(of, column) || Person.is(of.dataset().column(column))) {
      throw Problem.invalid(
          "\"%s\" is no column that these rows can be filtered by. Choose one from the list."
              .formatted(column));
    }
    return new Filter(column, sign == is ? Match.IS : Match.CONTAINS, text.substring(sign + 1));
  }

  private static boolean has(DataTable of, String column) {
    return of.columns().stream().anyMatch(each -> each.name().equals(column));
  }

  private Optional<DateSpan> days() {
    if (from.isBlank() && to.isBlank()) {
      return Optional.empty();
    }
    LocalDate first = from.isBlank() ? LocalDate.of(1970, 1, 1) : day(from);
    LocalDate last = to.isBlank() ? LocalDate.of(2199, 12, 31) : day(to);
    if (last.isBefore(first)) {
      throw Problem.invalid(
          "The last day, %s, is before the first, %s. Turn them round.".formatted(last, first));
    }
    return Optional.of(new DateSpan(first, last.plusDays(1)));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw Problem.invalid("\"%s\" is no day. Write it like 2026-10-01.".formatted(text));
    }
  }

  /** The same question as the query of an address, from its first page on. */
  public String query() {
    return address(filters(), sort, order, values);
  }

  public String page(int number) {
    return query() + "&page=" + number;
  }

  /** Sorted by the column, the other way round when it is already. */
  public String sortedBy(String other) {
    boolean isAgain = other.equals(sort) || sort.isEmpty() && other.equals(RowsAsk.DATE);
    return address(filters(), other, isAgain && !isDescending() ? "down" : "", values);
  }

  public String with(String other, String value) {
    List<String> more = new ArrayList<>(filters());
    more.removeIf(each -> each.startsWith(other + "="));
    more.add(other + "=" + value);
    return address(more, sort, order, "");
  }

  public String without(String filter) {
    List<String> fewer = new ArrayList<>(filters());
    fewer.remove(filter);
    return address(fewer, sort, order, values);
  }

  private String address(List<String> filters, String by, String way, String valuesOf) {
    var query = new StringBuilder("dataset=" + encoded(dataset));
    add(query, "table", table);
    add(query, "from", from);
    add(query, "to", to);
    add(query, "import", batch);
    filters.forEach(each -> add(query, "where", each));
    add(query, "sort", by);
    add(query, "order", way);
    add(query, "values", valuesOf);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (!value.isEmpty()) {
      query.append('&').append(name).append('=').append(encoded(value));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
