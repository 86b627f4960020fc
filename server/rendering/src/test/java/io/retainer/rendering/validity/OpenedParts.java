package io.retainer.rendering.validity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The parts of a workbook as documents, by their names in the package. */
final class OpenedParts {

  private final Map<String, Document> documents = new TreeMap<>();

  private OpenedParts() {}

  static OpenedParts of(byte[] workbook) throws Exception {
    OpenedParts parts = new OpenedParts();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (parts.documents.put("/" + entry.getName(), parsed(zip.readAllBytes())) != null) {
          throw new IOException("Two entries " + entry.getName());
        }
      }
    }
    return parts;
  }

  private static Document parsed(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  Iterable<String> names() {
    return documents.keySet();
  }

  boolean has(String name) {
    return documents.containsKey(name);
  }

  Element root(String name) {
    return documents.get(name).getDocumentElement();
  }

  /** The part whose relationships these are. */
  static String owner(String relationships) {
    return relationships.replace("/_rels/", "/").replaceAll("\\.rels$", "");
  }

  static String relationships(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels";
  }

  /** By id, the parts that a part refers to. */
  Map<String, String> targets(String part) {
    Map<String, String> targets = new TreeMap<>();
    if (has(relationships(part))) {
      for (Element one : children(root(relationships(part)), "Relationship")) {
        targets.put(one.getAttribute("Id"), resolved(part, one.getAttribute("Target")));
      }
    }
    return targets;
  }

  static String resolved(String part, String target) {
    return target.startsWith("/")
        ? target
        : java.net.URI.create(part).resolve(target).normalize().toString();
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  static List<Element> all(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    var nodes = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }
}
