package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import java.util.List;

/** A rule that a rendered report ought to keep. Its words are the texts {@code gate.<name>…}. */
interface Gate {

  /** What settings and findings call it. */
  String name();

  /** How much it matters where nobody says otherwise. */
  GateLevel usual();

  /** What is not as it ought to be, each thing once; nothing when all is well. */
  List<Found> look(Inspection.Draft draft);
}
