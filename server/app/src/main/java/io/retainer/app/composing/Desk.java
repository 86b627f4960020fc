package io.retainer.app.composing;

import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.rendering.template.Composition;
import io.retainer.rendering.template.Composition.Part;
import io.retainer.rendering.template.OwnSection;
import io.retainer.rendering.template.SectionMistake;
import io.retainer.rendering.template.TemplateChanges.Change;
import java.util.List;
import java.util.Optional;

/**
 * A report that somebody composes, and what there is to say about it.
 *
 * @param names of the KPIs there are, in the language of whoever looks
 * @param changes of the version in force, if somebody asked
 * @param added the key of the section that was just added; empty when none was
 */
record Desk(
    Visit visit,
    Client client,
    String report,
    KpiNames names,
    CompositionForm form,
    Optional<List<Change>> changes,
    List<String> problems,
    List<SectionMistake> mistakes,
    String added) {

  static Desk of(Visit visit, Client client, String report, KpiNames names, CompositionForm form) {
    return new Desk(visit, client, report, names, form, Optional.empty(), List.of(), List.of(), "");
  }

  Desk with(Composition composition) {
    return new Desk(
        visit,
        client,
        report,
        names,
        new CompositionForm(composition, form.rows()),
        changes,
        problems,
        mistakes,
        added);
  }

  /** With one more section, still empty. */
  Desk adding(String key) {
    Part section = new Part(key, true, List.of(), Optional.of(OwnSection.NEW));
    Desk more = with(form.composition().and(section));
    return new Desk(visit, client, report, names, more.form, changes, problems, mistakes, key);
  }

  Desk changing(List<Change> found) {
    return new Desk(
        visit, client, report, names, form, Optional.of(found), problems, mistakes, added);
  }

  Desk saying(List<String> said) {
    return new Desk(visit, client, report, names, form, changes, said, mistakes, added);
  }

  Desk finding(List<SectionMistake> found) {
    return new Desk(visit, client, report, names, form, changes, problems, found, added);
  }
}
