package io.retainer.app.links;

import io.retainer.app.access.Throttle;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Texts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.Html;
import io.retainer.workspace.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;

/** Decides what a reader outside is shown, and keeps that it was. */
public final class SharedIssues {

  static final String PAGE = "page";

  private static final String HTML = "text/html;charset=UTF-8";

  private final Links links;
  private final Runs runs;
  private final RunSteps steps;
  private final RunFiles files;
  private final Throttle throttle;

  public SharedIssues(Links links, Runs runs, RunSteps steps, RunFiles files, Clock clock) {
    this.steps = steps;
    this.links = links;
    this.runs = runs;
    this.files = files;
    this.throttle = new Throttle(clock);
  }

  /**
   * @param body of a page
   * @param file instead of a page, and the name it is saved under
   */
  record Answer(
      int status, String type, String body, Optional<Path> file, Optional<String> fileName) {}

  /** The run that a link leads to. */
  Optional<String> reportOf(String secret) {
    return links.with(secret).map(Link::run);
  }

  /**
   * @param what the page, or the word of a file
   * @param reader the language for whoever has no link
   * @param address where the request comes from; remembered for some minutes if it is wrong
   */
  Answer answer(String secret, String what, Language reader, String address) {
    Optional<Link> found = links.with(secret);
    if (found.isEmpty()) {
      return wrong(reader, address);
    }
    Optional<Run> run = runs.find(found.get().run());
    Optional<Answer> content =
        run.filter(known -> links.works(found.get())).flatMap(known -> content(known, what));
    content.ifPresent(shown -> links.opened(found.get(), what));
    return content.orElseGet(
        () ->
            sorry(
                410,
                "share.gone",
                run.flatMap(known -> Language.tagged(known.locale().getLanguage()))
                    .orElse(reader)));
  }

  /** A right link is never refused: many readers share the address of whoever guesses. */
  private Answer wrong(Language reader, String address) {
    if (throttle.wait(address).isPresent()) {
      return sorry(429, "share.wait", reader);
    }
    throttle.failed(address);
    return sorry(404, "share.none", reader);
  }

  private Optional<Answer> content(Run run, String what) {
    if (what.equals(PAGE)) {
      return files
          .page(run, true)
          .map(page -> withNotice(run, page))
          .map(page -> new Answer(200, HTML, page, Optional.empty(), Optional.empty()));
    }
    return ReportFormat.of(what).flatMap(run::file).flatMap(file -> content(run, file));
  }

  /** What a reader was sent stays to be read, and says at its top when it is no longer the last. */
  private String withNotice(Run run, String page) {
    return steps.of(run).stream()
        .filter(step -> step.kind() == RunStep.Kind.SUPERSEDED)
        .reduce((first, second) -> second)
        .map(step -> page.replaceFirst("<body>", Matcher.quoteReplacement(notice(run, step))))
        .orElse(page);
  }

  private String notice(Run run, RunStep step) {
    Language language = Language.tagged(run.locale().getLanguage()).orElse(Language.EN);
    String day = Formats.of(language.locale()).date(LocalDate.ofInstant(step.at(), ZoneOffset.UTC));
    return "<body><p class=\"newer\" role=\"status\">"
        + Html.escape(Texts.in(language).text("share.newer", day))
        + "</p>";
  }

  private Optional<Answer> content(Run run, RunFile file) {
    try {
      return Optional.of(
          new Answer(
              200,
              file.format().mediaType(),
              "",
              Optional.of(files.path(run, file)),
              Optional.of(file.name())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A page that says nothing about anybody's report. */
  private static Answer sorry(int status, String key, Language language) {
    Texts texts = Texts.in(language);
    String title = Html.escape(texts.text(key + ".title"));
    String page =
        """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="/assets/issue-1/issue.css"></head>
        <body><main><section><h1>%s</h1><p>%s</p></section></main></body></html>
        """
            .formatted(language.tag(), title, title, Html.escape(texts.text(key)));
    return new Answer(status, HTML, page, Optional.empty(), Optional.empty());
  }
}
