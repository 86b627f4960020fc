package io.retainer.rendering.validity;

import static io.retainer.rendering.validity.OpenedParts.all;
import static io.retainer.rendering.validity.OpenedParts.children;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** What a package has to hold to: types, relationships, names of sheets, defined names. */
final class PackageRules {

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final OpenedParts parts;
  private final List<String> problems;

  PackageRules(OpenedParts parts, List<String> problems) {
    this.parts = parts;
    this.problems = problems;
  }

  void check() {
    types();
    for (String name : parts.names()) {
      if (name.endsWith(".rels")) {
        relationships(name);
      } else {
        references(name);
      }
    }
    sheets();
    definedNames();
    charts();
  }

  private void types() {
    Element types = parts.root("/[Content_Types].xml");
    Set<String> extensions = new HashSet<>();
    children(types, "Default").forEach(one -> extensions.add(one.getAttribute("Extension")));
    Set<String> overridden = new HashSet<>();
    for (Element one : children(types, "Override")) {
      String part = one.getAttribute("PartName");
      expect(overridden.add(part), "type of " + part + " is given twice");
      expect(parts.has(part), "type of " + part + " which is not there");
    }
    for (String name : parts.names()) {
      String extension = name.substring(name.lastIndexOf('.') + 1);
      boolean typed = overridden.contains(name) || extension.equals("rels");
      expect(
          typed || name.equals("/[Content_Types].xml") || extensions.contains(extension),
          "no type of " + name);
    }
  }

  private void relationships(String name) {
    Set<String> ids = new HashSet<>();
    for (Element one : children(parts.root(name), "Relationship")) {
      String target = one.getAttribute("Target");
      expect(ids.add(one.getAttribute("Id")), "id twice in " + name);
      expect(!one.getAttribute("TargetMode").equals("External"), "link outside: " + target);
      String part = OpenedParts.resolved(OpenedParts.owner(name), target);
      expect(parts.has(part), name + " refers to " + part + " which is not there");
    }
  }

  private void references(String name) {
    Set<String> known = parts.targets(name).keySet();
    for (Element element : all(parts.root(name), "*")) {
      for (String attribute : new String[] {"id", "embed", "link"}) {
        String id = element.getAttributeNS(OFFICE, attribute);
        expect(id.isEmpty() || known.contains(id), name + " has unknown relationship " + id);
      }
    }
  }

  private void sheets() {
    Set<String> names = new HashSet<>();
    Set<String> ids = new HashSet<>();
    for (Element sheet : all(parts.root("/xl/workbook.xml"), "sheet")) {
      String name = sheet.getAttribute("name");
      expect(name.length() <= 31 && !name.isBlank(), "length of the sheet name " + name);
      expect(!name.matches(".*[\\[\\]:*?/\\\\].*"), "letters of the sheet name " + name);
      expect(!name.startsWith("'") && !name.endsWith("'"), "quotes of the sheet name " + name);
      expect(names.add(name.toLowerCase(Locale.ROOT)), "sheet twice: " + name);
      expect(ids.add(sheet.getAttribute("sheetId")), "sheet id twice: " + name);
    }
  }

  private void definedNames() {
    Set<String> names = new HashSet<>();
    for (Element one : all(parts.root("/xl/workbook.xml"), "definedName")) {
      String name = one.getAttribute("name");
      String scope = one.getAttribute("localSheetId");
      boolean valid = name.matches("[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]{0,254}");
      boolean cell = name.matches("(?i)[a-z]{1,3}[0-9]{1,7}|r[0-9]*c[0-9]*|[rc]");
      expect(name.startsWith("_xlnm.") || valid && !cell, "defined name " + name);
      expect(names.add(scope + ":" + name.toLowerCase(Locale.ROOT)), "name twice: " + name);
      // Titles of a print are columns and rows.
      for (String place : one.getTextContent().split("(?<=\\$[A-Z]:\\$[A-Z]),")) {
        expect(refersToASheet(place), name + " refers to " + place);
      }
    }
  }

  private void charts() {
    for (String name : parts.names()) {
      if (name.startsWith("/xl/charts/chart")) {
        for (Element formula : all(parts.root(name), "f")) {
          expect(refersToASheet(formula.getTextContent()), name + ": " + formula.getTextContent());
        }
      }
    }
  }

  private boolean refersToASheet(String formula) {
    int end = formula.lastIndexOf('!');
    String sheet = end < 0 ? "" : formula.substring(0, end).replaceAll("^'|'$", "");
    return all(parts.root("/xl/workbook.xml"), "sheet").stream()
        .anyMatch(one -> one.getAttribute("name").equals(sheet.replace("''", "'")));
  }

  /** By the part of a sheet, its name. */
  Map<String, String> sheetParts() {
    Map<String, String> targets = parts.targets("/xl/workbook.xml");
    Map<String, String> found = new java.util.LinkedHashMap<>();
    for (Element sheet : all(parts.root("/xl/workbook.xml"), "sheet")) {
      found.put(targets.get(sheet.getAttributeNS(OFFICE, "id")), sheet.getAttribute("name"));
    }
    return found;
  }

  private void expect(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
