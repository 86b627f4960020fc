package io.retainer.rendering;

import io.retainer.model.client.Client;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Targets;
import io.retainer.rendering.template.ReportTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes every sample in every language into a folder, to be looked at. */
public final class RenderSamples {

  private RenderSamples() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Renderings renderings = new Renderings(Samples.templates());
    for (ReportTemplate template : Samples.templates().all()) {
      everyCase(folder, renderings, template.id());
    }
  }

  private static void everyCase(Path folder, Renderings renderings, String template)
      throws IOException {
    for (SampleKpis.Case sampleCase : SampleKpis.Case.values()) {
      Client client = sampleCase == SampleKpis.Case.UGLY ? Samples.UGLY : Samples.MINSK;
      for (String language : new String[] {"en", "ru", "be", "fi"}) {
        Client whose = language.equals("fi") ? Samples.HELSINKI : client;
        String name = template + "-" + sampleCase.name().toLowerCase(Locale.ROOT) + "-" + language;
        write(
            folder,
            name,
            renderings,
            Samples.content(template, sampleCase, whose, Targets.NONE),
            language);
        write(
            folder,
            name + "-targets",
            renderings,
            Samples.content(template, sampleCase, whose, Samples.TARGETS),
            language);
      }
    }
  }

  private static void write(
      Path folder, String name, Renderings renderings, ReportContent content, String language)
      throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    Files.write(folder.resolve(name + ".pdf"), renderings.pdf(content, locale));
    Files.write(folder.resolve(name + ".xlsx"), renderings.xlsx(content, locale));
    Files.write(
        folder.resolve(name + ".page.html"),
        renderings.page(content, locale, List.of("pdf", "xlsx"), false));
    Files.writeString(folder.resolve(name + ".html"), renderings.email(content, locale).html());
    Files.writeString(folder.resolve(name + ".txt"), renderings.email(content, locale).text());
  }
}
