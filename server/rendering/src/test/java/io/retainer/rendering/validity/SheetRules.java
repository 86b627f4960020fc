package io.retainer.rendering.validity;

import static io.retainer.rendering.validity.OpenedParts.all;
import static io.retainer.rendering.validity.OpenedParts.children;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What Excel asks of a sheet and its tables, and repairs or drops when it does not hold. */
final class SheetRules {

  /** The order of ECMA-376, CT_Worksheet, as far as we write it. */
  private static final List<String> ORDER =
      List.of(
          "sheetPr",
          "dimension",
          "sheetViews",
          "sheetFormatPr",
          "cols",
          "sheetData",
          "autoFilter",
          "conditionalFormatting",
          "dataValidations",
          "hyperlinks",
          "printOptions",
          "pageMargins",
          "pageSetup",
          "headerFooter",
          "rowBreaks",
          "colBreaks",
          "drawing",
          "tableParts");

  /** Those of Excel 2010 that LibreOffice has too. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "SUBTOTAL",
          "SUM",
          "ABS",
          "IF",
          "INDEX",
          "MATCH",
          "SUMIFS",
          "COUNTIFS",
          "ROUNDDOWN",
          "ROUNDUP");

  private final OpenedParts parts;
  private final List<String> problems;
  private final List<String> strings = new ArrayList<>();
  private final int styles;
  private final int formats;
  private final Set<String> tables = new HashSet<>();
  private final Set<String> tableIds = new HashSet<>();

  SheetRules(OpenedParts parts, List<String> problems) {
    this.parts = parts;
    this.problems = problems;
    for (Element text : children(parts.root("/xl/sharedStrings.xml"), "si")) {
      strings.add(text.getTextContent());
    }
    Element look = parts.root("/xl/styles.xml");
    this.styles = children(children(look, "cellXfs").get(0), "xf").size();
    this.formats = all(look, "dxf").size();
    for (Element format : all(look, "numFmt")) {
      expect(format.getAttribute("formatCode").length() <= 255, "a number format is too long");
    }
    for (Element name : all(parts.root("/xl/workbook.xml"), "definedName")) {
      tables.add(name.getAttribute("name").toLowerCase(Locale.ROOT));
    }
  }

  void check(String part, String sheet) {
    Element root = parts.root(part);
    int place = -1;
    for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
      int next = ORDER.indexOf(node.getLocalName());
      expect(next >= 0, sheet + " has an element " + node.getLocalName());
      expect(next >= place, sheet + ": " + node.getLocalName() + " stands too late");
      place = next;
    }
    Map<String, Element> cells = cells(root, sheet);
    columns(root, sheet);
    for (Element rule : all(root, "cfRule")) {
      if (rule.getAttribute("type").equals("dataBar")) {
        expect(!rule.hasAttribute("dxfId"), sheet + " has a bar with a format");
        continue;
      }
      int format = Integer.parseInt(rule.getAttribute("dxfId"));
      expect(format < formats, sheet + " colours with a format that is not there");
    }
    for (String name : new String[] {"oddHeader", "oddFooter"}) {
      all(root, name)
          .forEach(one -> expect(one.getTextContent().length() <= 255, sheet + ": long " + name));
    }
    for (Element formula : all(root, "formula1")) {
      expect(formula.getTextContent().length() <= 255, sheet + ": long rule of validation");
    }
    for (Element table : all(root, "tablePart")) {
      String id = table.getAttributes().item(0).getNodeValue();
      table(parts.root(parts.targets(part).get(id)), sheet, cells);
      expect(all(root, "autoFilter").isEmpty(), sheet + " has a filter beside its table's");
    }
    expect(all(root, "tablePart").size() == tableTargets(part), sheet + " misses a table");
  }

  private long tableTargets(String part) {
    return parts.targets(part).values().stream().filter(one -> one.contains("/tables/")).count();
  }

  private void columns(Element root, String sheet) {
    int last = 0;
    for (Element column : all(root, "col")) {
      int min = Integer.parseInt(column.getAttribute("min"));
      int max = Integer.parseInt(column.getAttribute("max"));
      double width = Double.parseDouble(column.getAttribute("width"));
      expect(last < min && min <= max && max <= 16_384, sheet + ": columns overlap");
      expect(width > 0 && width <= 255, sheet + ": width " + width);
      last = max;
    }
  }

  private Map<String, Element> cells(Element root, String sheet) {
    Map<String, Element> cells = new HashMap<>();
    int lastRow = 0;
    for (Element row : all(root, "row")) {
      int number = Integer.parseInt(row.getAttribute("r"));
      expect(number > lastRow && number <= 1_048_576, sheet + ": row " + number);
      lastRow = number;
      int lastColumn = -1;
      for (Element cell : children(row, "c")) {
        String at = cell.getAttribute("r");
        CellReference reference = new CellReference(at);
        expect(reference.getRow() == number - 1, sheet + ": " + at + " in row " + number);
        expect(reference.getCol() > lastColumn, sheet + ": " + at + " stands too late");
        lastColumn = reference.getCol();
        cell(cell, sheet + "!" + at);
        cells.put(at, cell);
      }
    }
    return cells;
  }

  private void cell(Element cell, String at) {
    String style = cell.getAttribute("s");
    expect(style.isEmpty() || Integer.parseInt(style) < styles, at + " has an unknown style");
    expect(text(cell).length() <= 32_767, at + " is too long");
    for (Element formula : children(cell, "f")) {
      String text = formula.getTextContent();
      expect(!text.isEmpty() && text.length() <= 8192, at + ": length of the formula");
      expect(!children(cell, "v").isEmpty(), at + " has no value beside its formula");
      var called = java.util.regex.Pattern.compile("([A-Z.]+)\\(").matcher(text);
      while (called.find()) {
        expect(FUNCTIONS.contains(called.group(1)), at + " calls " + called.group(1));
      }
    }
    if (cell.getAttribute("t").isEmpty() && !children(cell, "v").isEmpty()) {
      double number = Double.parseDouble(children(cell, "v").get(0).getTextContent());
      expect(Double.isFinite(number), at + " is no number");
    }
  }

  private String text(Element cell) {
    if (cell.getAttribute("t").equals("inlineStr")) {
      return cell.getTextContent();
    }
    if (!cell.getAttribute("t").equals("s")) {
      return "";
    }
    int index = Integer.parseInt(children(cell, "v").get(0).getTextContent());
    expect(index < strings.size(), "a shared string that is not there");
    return strings.get(index);
  }

  private void table(Element table, String sheet, Map<String, Element> cells) {
    String name = table.getAttribute("displayName");
    expect(name.matches("[\\p{L}_][\\p{L}\\p{N}_.]{0,254}"), "table name " + name);
    expect(tables.add(name.toLowerCase(Locale.ROOT)), "name of a table twice: " + name);
    expect(tableIds.add(table.getAttribute("id")), "id of a table twice: " + name);
    CellRangeAddress range = CellRangeAddress.valueOf(table.getAttribute("ref"));
    expect(range.getLastRow() > range.getFirstRow(), name + " has no row");
    List<Element> filters = children(table, "autoFilter");
    expect(
        filters.size() == 1 && filters.get(0).getAttribute("ref").equals(table.getAttribute("ref")),
        name + ": its filter is about other cells");
    List<Element> columns = all(table, "tableColumn");
    int width = range.getLastColumn() - range.getFirstColumn() + 1;
    expect(columns.size() == width, name + " has " + columns.size() + " columns in " + width);
    expect(
        all(table, "tableColumns").get(0).getAttribute("count").equals("" + width),
        name + " counts its columns wrongly");
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i).getAttribute("name");
      Element head =
          cells.get(
              new CellReference(range.getFirstRow(), range.getFirstColumn() + i).formatAsString());
      expect(names.add(column.strip()), name + " has a column twice: " + column);
      expect(ids.add(columns.get(i).getAttribute("id")), name + ": id of a column twice");
      expect(!column.isBlank() && column.length() <= 255, name + ": length of " + column);
      expect(
          head != null && children(head, "f").isEmpty() && text(head).equals(column),
          name + ": the header of " + column + " says something else on " + sheet);
    }
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
