/**
 * KPIs to look up and to write: the catalogue with values for a client and a period, one KPI with
 * its examples, users and versions, and the editor.
 *
 * <p>What somebody types is tried as saving would try it, beside what is in force ({@link
 * io.retainer.app.kpis.DraftCheck}); the form works by itself, and the script {@code editor.js}
 * sends it while one types and shows the same answer. It may not compute: that is a right of the
 * owner of a file.
 */
package io.retainer.app.kpis;
