package io.retainer.toolkit;

import io.retainer.spi.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A workbook as XML ("XML Spreadsheet 2003"), which many programs write and call .xls. Read as a
 * stream; neither a document type nor anything outside of the file is looked at.
 */
final class XmlWorkbook implements Rows {

  private static final String SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet";
  private static final int LONGEST_GAP = 100;

  private final InputStream in;
  private final XMLStreamReader xml;
  private MergedCells merged = new MergedCells();
  private Row waiting;
  private long lastLine;
  private long lastFound;

  private XmlWorkbook(InputStream in) throws IOException {
    this.in = in;
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      this.xml = factory.createXMLStreamReader(in);
    } catch (XMLStreamException | RuntimeException failure) {
      in.close();
      throw damaged(failure);
    }
  }

  /**
   * @param start the first characters of the file
   */
  static boolean begins(String start) {
    return start.stripLeading().startsWith("<?xml") && start.contains(SPREADSHEET);
  }

  static FileContent sheets(SourceFile file, Bytes bytes) throws IOException {
    return TypedSheet.workbook(
        FirstLook.heads(file, "XML", () -> heads(bytes)), index -> () -> open(bytes, index));
  }

  private static List<FirstLook.Head> heads(Bytes bytes) throws IOException {
    var sheets = new ArrayList<FirstLook.Head>();
    try (var workbook = new XmlWorkbook(bytes.open())) {
      String name;
      while ((name = workbook.nextSheet()) != null && sheets.size() < Limits.SHEETS) {
        sheets.add(new FirstLook.Head(name, sheets.size(), TypedSheet.head(workbook)));
      }
    }
    if (sheets.isEmpty()) {
      throw damaged(new IllegalStateException("no sheet"));
    }
    return sheets;
  }

  private static Rows open(Bytes bytes, int index) throws IOException {
    var workbook = new XmlWorkbook(bytes.open());
    for (int i = 0; i <= index; i++) {
      workbook.nextSheet();
    }
    return workbook;
  }

  /**
   * @return the name of the next sheet, or null
   */
  private String nextSheet() throws IOException {
    waiting = null;
    lastLine = 0;
    lastFound = 0;
    merged = new MergedCells();
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && is("Worksheet")) {
          return String.valueOf(attribute("Name"));
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException failure) {
      throw damaged(failure);
    }
  }

  @Override
  public Row next() throws IOException {
    waiting = waiting == null ? nextRow() : waiting;
    if (waiting == null) {
      return null;
    }
    if (waiting.line() > lastLine + 1 && waiting.line() - lastLine < LONGEST_GAP) {
      return new Row(++lastLine, new String[] {""});
    }
    Row found = waiting;
    lastLine = found.line();
    waiting = null;
    return found;
  }

  private Row nextRow() throws IOException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT && is("Worksheet")) {
          return null;
        }
        if (event == XMLStreamConstants.START_ELEMENT && is("Row")) {
          lastFound = Math.max(lastFound + 1, number("Index", lastFound + 1));
          return row();
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException failure) {
      throw damaged(failure);
    }
  }

  private Row row() throws XMLStreamException {
    var cells = new ArrayList<String>();
    var typed = new BitSet();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && is("Row")) {
        break;
      }
      if (cells.size() >= Limits.CELLS) {
        throw new IllegalStateException("more than " + Limits.CELLS + " cells in row " + lastFound);
      }
      if (event == XMLStreamConstants.START_ELEMENT && is("Cell")) {
        long column = Math.min(number("Index", cells.size() + 1L), Limits.CELLS);
        while (cells.size() < column - 1) {
          cells.add("");
        }
        long across = Math.min(number("MergeAcross", 0), Limits.CELLS);
        merged.reach(cells.size(), lastFound, lastFound + number("MergeDown", 0));
        cells.add(cell(typed, cells.size()));
        for (long i = 0; i < across && cells.size() < Limits.CELLS; i++) {
          cells.add("");
        }
      }
    }
    return merged.filled(
        new Row(
            lastFound, cells.isEmpty() ? new String[] {""} : cells.toArray(String[]::new), typed));
  }

  private String cell(BitSet typed, int column) throws XMLStreamException {
    var text = new StringBuilder();
    String type = "";
    boolean inData = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && is("Cell")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && is("Data")) {
        type = String.valueOf(attribute("Type"));
        inData = true;
      } else if (event == XMLStreamConstants.END_ELEMENT && is("Data")) {
        inData = false;
      } else if (inData
          && event == XMLStreamConstants.CHARACTERS
          && text.length() < Limits.RECORD) {
        text.append(xml.getText());
      }
    }
    typed.set(column, type.equals("Number") || type.equals("DateTime"));
    return switch (type) {
      case "Number" -> number(text.toString());
      case "DateTime" -> text.toString().replaceFirst("T00:00:00(\\.0+)?$", "");
      case "Boolean" -> text.toString().equals("1") ? "TRUE" : "FALSE";
      default -> text.toString();
    };
  }

  private static String number(String text) {
    try {
      return SerialDate.number(Double.parseDouble(text.strip()));
    } catch (NumberFormatException asItStands) {
      return text;
    }
  }

  private boolean is(String name) {
    return xml.getLocalName().equals(name);
  }

  private String attribute(String name) {
    return xml.getAttributeValue(SPREADSHEET, name);
  }

  private long number(String attribute, long instead) {
    String text = attribute(attribute);
    return text == null ? instead : Long.parseLong(text.strip());
  }

  private static UnreadableContent damaged(Exception cause) {
    return cause.getCause() instanceof UnreadableContent known
        ? known
        : ZippedWorkbook.damaged(cause);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
