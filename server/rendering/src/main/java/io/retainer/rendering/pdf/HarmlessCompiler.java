package io.retainer.rendering.pdf;

import java.io.File;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.design.JRAbstractCompiler;
import net.sf.jasperreports.engine.design.JRCompilationSourceCode;
import net.sf.jasperreports.engine.design.JRCompilationUnit;
import net.sf.jasperreports.engine.design.JRSourceCompileTask;
import net.sf.jasperreports.engine.fill.JREvaluator;

/**
 * Accepts layouts whose expressions only name a field, a parameter or a variable, which
 * JasperReports evaluates without code. Anything else would be Java running with the server's
 * rights, edited by whoever may edit a layout; it is refused. Nothing has to be compiled, so a
 * layout is ready in milliseconds.
 */
public final class HarmlessCompiler extends JRAbstractCompiler {

  public HarmlessCompiler(JasperReportsContext context) {
    super(context, false);
  }

  @Override
  protected void checkLanguage(String language) throws JRException {
    if (!"java".equals(language)) {
      throw new JRException("A layout's language is java, saw " + language);
    }
  }

  @Override
  protected JRCompilationSourceCode generateSourceCode(JRSourceCompileTask task)
      throws JRException {
    String expressions =
        task.getExpressions().stream().map(found -> found.getText()).limit(5).toList().toString();
    throw new JRException(
        "A layout's expressions name a $F{field}, a $P{parameter} or a $V{variable} and nothing"
            + " else; saw code near "
            + expressions);
  }

  @Override
  protected String compileUnits(JRCompilationUnit[] units, String classpath, File folder) {
    return "layouts carry no code";
  }

  @Override
  protected JREvaluator loadEvaluator(java.io.Serializable compileData, String unitName)
      throws JRException {
    throw new JRException("Layouts carry no code; unit " + unitName);
  }

  @Override
  protected String getSourceFileName(String unitName) {
    return unitName;
  }
}
