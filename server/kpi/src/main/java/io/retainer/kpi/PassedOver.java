package io.retainer.kpi;

/** Why something with the name of a script, or of a folder of scripts, is not read. */
enum PassedOver {
  /** What is read is kept, and shown to others than those who may read the file. */
  LEADS_OUT(
      "is a link out of its folder, and passed over",
      "copy what it leads to, or make the whole folder of scripts a link"),
  NO_FILE(
      "has the name of a script and is no file, and is passed over",
      "remove it, or give it another name");

  private final String message;
  private final String advice;

  PassedOver(String message, String advice) {
    this.message = message;
    this.advice = advice;
  }

  KpiProblem problem(String name) {
    return new KpiProblem(name, 0, 0, message, advice);
  }
}
