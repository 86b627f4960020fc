package io.retainer.rendering.pdf;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.Logo;
import io.retainer.rendering.chart.CoverArt;
import io.retainer.rendering.overview.ComparedText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/** What stands on the cover and at the edges of every page. */
final class Cover {

  private Cover() {}

  static Map<String, Object> parameters(ReportContent content, ReportTexts texts, Brand brand) {
    Formats formats = texts.formats();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("coverArt", new DrawnImage(new CoverArt()));
    brand.agencyLogo().ifPresent(logo -> parameters.put("agencyLogo", picture(logo)));
    brand.clientLogo().ifPresent(logo -> parameters.put("clientLogo", picture(logo)));
    Optional<Logo> head = brand.agencyLogo().or(brand::clientLogo);
    head.ifPresent(logo -> parameters.put("headLogo", picture(logo)));
    parameters.put("headRoom", head.map(Cover::headRoom).orElse("0"));
    parameters.put("hasHeadLogo", head.isPresent());
    parameters.put("hasNoHeadLogo", head.isEmpty());
    parameters.put("client", Showable.text(content.client().name()));
    parameters.put("title", texts.text("title"));
    parameters.put("periodTitle", formats.periodTitle(content.period()));
    parameters.put(
        "agency",
        content
            .agency()
            .map(agency -> texts.text("cover.agency") + ": " + Showable.text(agency))
            .orElse(null));
    parameters.put("facts", new JRMapCollectionDataSource(facts(content, texts)));
    parameters.put("pageText", PageNumbers.PLACE);
    parameters.put("runningTitle", runningTitle(content, texts));
    return parameters;
  }

  /** What a logo of at most 84 by 24 points takes from the line of the client's name. */
  private static String headRoom(Logo logo) {
    return String.valueOf(Math.min(84, Math.round(24f * logo.width() / logo.height())) + 10);
  }

  private static Renderable picture(Logo logo) {
    return SimpleDataRenderer.getInstance(logo.bytes());
  }

  private static String runningTitle(ReportContent content, ReportTexts texts) {
    return content
        .agency()
        .map(agency -> texts.text("title") + " \u00b7 " + Showable.text(agency))
        .orElse(texts.text("title"));
  }

  private static Collection<Map<String, ?>> facts(ReportContent content, ReportTexts texts) {
    Formats formats = texts.formats();
    List<Map<String, ?>> facts = new ArrayList<>();
    facts.add(fact(texts, "cover.period", formats.span(content.period().span())));
    ComparedText.of(content, texts)
        .forEach(compared -> facts.add(Map.of("label", compared.label(), "text", compared.days())));
    facts.add(
        fact(
            texts,
            "cover.as-of",
            content
                .dataAsOf()
                .map(moment -> formats.moment(moment, content.client().zone()))
                .orElse(texts.text("cover.no-data"))));
    facts.add(
        fact(texts, "cover.issued", formats.moment(content.issuedAt(), content.client().zone())));
    return facts;
  }

  private static Map<String, String> fact(ReportTexts texts, String key, String text) {
    return Map.of("label", texts.text(key), "text", text);
  }
}
