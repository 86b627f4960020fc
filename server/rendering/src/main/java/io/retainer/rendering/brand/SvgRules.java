package io.retainer.rendering.brand;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What an SVG may be made of to become a logo: shapes, their colours and gradients. What could run,
 * fetch, or grow beyond measure is not in the list. Text is not, as each machine has other fonts.
 */
final class SvgRules {

  static final String SVG = "http://www.w3.org/2000/svg";

  private static final String XLINK = "http://www.w3.org/1999/xlink";

  private static final Set<String> SHAPES =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "linearGradient",
          "radialGradient",
          "stop",
          "clipPath",
          "style");

  /** Say something about the drawing and draw nothing. */
  private static final Set<String> SILENT = Set.of("title", "desc", "metadata");

  static final int MOST_SHAPES = 20_000;
  private static final int DEEPEST = 100;

  private static final Set<String> KNOWN_NAMESPACES =
      Set.of(XLINK, XMLConstants.XMLNS_ATTRIBUTE_NS_URI);

  /** In style sheets and values: whatever leads out of the drawing. */
  private static final Pattern OUTWARD =
      Pattern.compile("(?i)@import|@font-face|url\\(\\s*['\"]?\\s*[^#'\"\\s]|\\\\");

  private static final String DASHES = "stroke-dasharray";

  /** In style sheets; drawing programs write "none" beside each line that has no dashes. */
  private static final Pattern DASHED =
      Pattern.compile("(?i)" + DASHES + "(?!\\s*:\\s*none\\s*(?:[;}]|$))");

  private final String name;
  private final Map<String, List<Element>> byId = new HashMap<>();
  private int shapes;

  private SvgRules(String name, Document document) {
    this.name = name;
    NodeList all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      byId.computeIfAbsent(one.getAttribute("id"), any -> new ArrayList<>()).add(one);
    }
  }

  /** Whether the bytes begin like XML does. */
  static boolean isSvg(byte[] bytes) {
    String begin =
        new String(bytes, 0, Math.min(bytes.length, 1000), StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00EF\u00BB\u00BF", "")
            .stripLeading();
    return begin.startsWith("<?xml") || begin.startsWith("<svg") || begin.startsWith("<!");
  }

  /**
   * @throws BrandException naming what may not be in it
   */
  static Document checked(byte[] bytes, String name) {
    Document document = parsed(bytes, name);
    Element root = document.getDocumentElement();
    if (!SVG.equals(root.getNamespaceURI()) || !root.getLocalName().equals("svg")) {
      throw new BrandException(name, "is no PNG, JPEG or SVG picture; save it as PNG");
    }
    new SvgRules(name, document).check(root, 0);
    return document;
  }

  private static Document parsed(byte[] bytes, String name) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
      factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      // Drawing programs declare some for their own names, and use each a few times.
      factory.setAttribute("jdk.xml.entityExpansionLimit", "200");
      factory.setAttribute("jdk.xml.totalEntitySizeLimit", "50000");
      factory.setAttribute("jdk.xml.elementAttributeLimit", "200");
      factory.setAttribute("jdk.xml.maxElementDepth", "200");
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new ByteArrayInputStream(bytes)));
    } catch (SAXException | IOException e) {
      throw new BrandException(
          name, "is no SVG that can be read; save it as PNG: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("Every Java has these limits of XML", e);
    }
  }

  /** Removes what draws nothing or is a program's own, and refuses what is not in the list. */
  private void check(Element element, int depth) {
    if (depth > DEEPEST || ++shapes > MOST_SHAPES) {
      throw new BrandException(
          name,
          "has more than %d shapes, or groups in more than %d groups; save it simpler, or as PNG"
              .formatted(MOST_SHAPES, DEEPEST));
    }
    attributes(element);
    if (element.getLocalName().equals("style")) {
      sheet(element.getTextContent());
    }
    if (element.getLocalName().equals("use")) {
      copies(element);
    }
    Node child = element.getFirstChild();
    while (child != null) {
      Node next = child.getNextSibling();
      if (child instanceof Element inner) {
        if (!SVG.equals(inner.getNamespaceURI()) || SILENT.contains(inner.getLocalName())) {
          element.removeChild(inner);
        } else if (!SHAPES.contains(inner.getLocalName())) {
          throw forbidden(inner.getLocalName());
        } else {
          check(inner, depth + 1);
        }
      } else if (child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        element.removeChild(child);
      }
      child = next;
    }
  }

  private BrandException forbidden(String element) {
    String what =
        switch (element) {
          case "text", "tspan", "textPath" ->
              "text, and each machine has other fonts; turn it into paths";
          case "image", "feImage" -> "a picture inside; save it as PNG";
          case "script", "a", "foreignObject", "iframe" ->
              "<" + element + ">, which could act by itself; save it as a plain drawing";
          default -> "<" + element + ">, which logos do without; save it as PNG";
        };
    return new BrandException(name, "has " + what);
  }

  private void attributes(Element element) {
    NamedNodeMap all = element.getAttributes();
    for (int i = all.getLength() - 1; i >= 0; i--) {
      Attr attribute = (Attr) all.item(i);
      String namespace = attribute.getNamespaceURI();
      if (namespace == null || KNOWN_NAMESPACES.contains(namespace)) {
        check(attribute.getLocalName(), attribute.getValue());
      } else {
        element.removeAttributeNode(attribute);
      }
    }
  }

  private void check(String key, String value) {
    if (key.toLowerCase(Locale.ROOT).startsWith("on")) {
      throw new BrandException(name, "has a script in \"" + key + "\"; save it as a plain drawing");
    }
    boolean isReference = key.equals("href") || key.equals("src") || key.equals("base");
    if (isReference && !value.startsWith("#") || leadsOut(value)) {
      throw outward();
    }
    if (key.equals("style")) {
      sheet(value);
    } else if (key.equals(DASHES) && !value.strip().equals("none")) {
      throw dashed();
    }
  }

  private void sheet(String style) {
    if (leadsOut(style)) {
      throw outward();
    }
    if (DASHED.matcher(style).find()) {
      throw dashed();
    }
  }

  /** Dashes as fine as dust on a line as long as the world are more than a machine can draw. */
  private BrandException dashed() {
    return new BrandException(name, "has dashed lines; turn them into paths, or save it as PNG");
  }

  private static boolean leadsOut(String value) {
    return OUTWARD.matcher(value).find();
  }

  private BrandException outward() {
    return new BrandException(
        name, "leads to something outside of itself; save it with everything inside, or as PNG");
  }

  /**
   * A copy of copies of copies is how a small file becomes endless. Where a copy has both names of
   * its original, the older one is drawn.
   */
  private void copies(Element use) {
    String id =
        (use.hasAttributeNS(XLINK, "href")
                ? use.getAttributeNS(XLINK, "href")
                : use.getAttribute("href"))
            .replaceFirst("^#", "");
    for (Element one : byId.getOrDefault(id, List.of())) {
      if (one.getLocalName().equals("use")
          || one.getElementsByTagNameNS("*", "use").getLength() > 0) {
        throw new BrandException(name, "has copies of copies; save it as PNG");
      }
      shapes += 1 + one.getElementsByTagNameNS("*", "*").getLength();
    }
  }
}
