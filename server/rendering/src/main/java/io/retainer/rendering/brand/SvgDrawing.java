package io.retainer.rendering.brand;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.anim.dom.SVGDOMImplementation;
import org.apache.batik.anim.dom.SVGOMDocument;
import org.apache.batik.bridge.BridgeContext;
import org.apache.batik.bridge.ExternalResourceSecurity;
import org.apache.batik.bridge.GVTBuilder;
import org.apache.batik.bridge.NoLoadExternalResourceSecurity;
import org.apache.batik.bridge.NoLoadScriptSecurity;
import org.apache.batik.bridge.ScriptSecurity;
import org.apache.batik.bridge.UserAgentAdapter;
import org.apache.batik.dom.util.DOMUtilities;
import org.apache.batik.gvt.CompositeGraphicsNode;
import org.apache.batik.gvt.GraphicsNode;
import org.apache.batik.util.HaltingThread;
import org.apache.batik.util.ParsedURL;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes a picture of an SVG that keeps the rules: fine enough for paper, the same each time. */
final class SvgDrawing {

  private static final int WIDEST = 1200;
  private static final int HIGHEST = 600;
  private static final int SECONDS = 30;

  /** Of clips in clips. */
  private static final int DEEPEST = 10;

  private static final Pattern BOX =
      Pattern.compile("\\s*(\\S+?)[\\s,]+(\\S+?)[\\s,]+(\\S+?)[\\s,]+(\\S+?)\\s*");

  private SvgDrawing() {}

  /** Refuses whatever leads out, should something have slipped through the rules. */
  private static final class Alone extends UserAgentAdapter {

    @Override
    public ScriptSecurity getScriptSecurity(String type, ParsedURL script, ParsedURL document) {
      return new NoLoadScriptSecurity(type);
    }

    @Override
    public ExternalResourceSecurity getExternalResourceSecurity(
        ParsedURL resource, ParsedURL document) {
      return new NoLoadExternalResourceSecurity();
    }
  }

  /** However often a drawing is clipped by what is clipped itself, it ends. */
  private static final class Bounded extends GVTBuilder {

    private int drawn;
    private int depth;

    @Override
    public GraphicsNode build(BridgeContext context, Element copied) {
      count();
      if (++depth > DEEPEST) {
        throw new IllegalArgumentException("its clips lead into one another");
      }
      try {
        return super.build(context, copied);
      } finally {
        depth--;
      }
    }

    @Override
    protected void buildGraphicsNode(
        BridgeContext context, Element element, CompositeGraphicsNode into) {
      count();
      super.buildGraphicsNode(context, element, into);
    }

    private void count() {
      if (++drawn > SvgRules.MOST_SHAPES) {
        throw new IllegalArgumentException(
            "with its clips and copies it has more than " + SvgRules.MOST_SHAPES + " shapes");
      }
    }
  }

  /**
   * @throws BrandException when it cannot be drawn, or not in time
   */
  static BufferedImage of(Document svg, String name) {
    var drawing = new FutureTask<>(() -> draw(svg));
    // An interrupt would not end it.
    var thread = new HaltingThread(drawing, "logo-drawing");
    thread.setDaemon(true);
    thread.setContextClassLoader(SvgDrawing.class.getClassLoader());
    thread.start();
    try {
      return drawing.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      thread.halt();
      throw new BrandException(
          name, "takes more than " + SECONDS + " s to draw; save it as PNG", e);
    } catch (ExecutionException e) {
      throw new BrandException(
          name, "cannot be drawn; save it as PNG: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      thread.halt();
      Thread.currentThread().interrupt();
      throw new BrandException(name, "was not drawn, as the server stops", e);
    }
  }

  private static BufferedImage draw(Document svg) {
    size(svg.getDocumentElement());
    var document =
        (SVGOMDocument)
            DOMUtilities.deepCloneDocument(svg, SVGDOMImplementation.getDOMImplementation());
    document.setDocumentURI("http://logo.invalid/logo.svg");
    var context = new BridgeContext(new Alone());
    try {
      context.setDynamicState(BridgeContext.STATIC);
      GraphicsNode drawing = new Bounded().build(context, document);
      Dimension2D size = context.getDocumentSize();
      double scale = Math.min(WIDEST / size.getWidth(), HIGHEST / size.getHeight());
      var picture =
          new BufferedImage(
              Math.max(1, (int) Math.round(size.getWidth() * scale)),
              Math.max(1, (int) Math.round(size.getHeight() * scale)),
              BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = picture.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(scale, scale);
      drawing.paint(graphics);
      graphics.dispose();
      return picture;
    } finally {
      context.dispose();
    }
  }

  /** In its own units, whatever part of a window it was to fill. */
  private static void size(Element root) {
    Matcher box = BOX.matcher(root.getAttribute("viewBox"));
    if (box.matches()) {
      root.setAttribute("width", box.group(3));
      root.setAttribute("height", box.group(4));
    } else if (root.getAttribute("width").isBlank()
        || root.getAttribute("height").isBlank()
        || root.getAttribute("width").endsWith("%")) {
      throw new IllegalArgumentException("it says neither its width and height nor its viewBox");
    }
  }
}
