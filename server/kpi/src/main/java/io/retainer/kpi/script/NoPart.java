package io.retainer.kpi.script;

import java.util.Map;

/**
 * What Groovy has and a definition has not.
 *
 * @param what in words
 */
record NoPart(String what, String advice) {

  private static final String GUIDE = "see kpi-scripts/README.md for the words there are";

  private static final Map<String, NoPart> KNOWN =
      Map.ofEntries(
          entry("GStringExpression", "a text template"),
          entry("RangeExpression", "a range"),
          Map.entry(
              "TernaryExpression",
              new NoPart(
                  "a choice with '?'",
                  "say which rows count with where(…), like sum(total).where(status == 'placed')")),
          entry("ConstructorCallExpression", "'new'"),
          entry("MethodPointerExpression", "a method pointer"),
          entry("SpreadExpression", "a spread"),
          Map.entry(
              "CastExpression",
              new NoPart(
                  "a type in brackets before a value",
                  "leave it out: numbers need no conversion, and a text stands in quotes")),
          entry("AttributeExpression", "a field"),
          entry("BlockStatement", "braces inside of braces"),
          Map.entry(
              "ReturnStatement",
              new NoPart(
                  "'return', or braces with nothing between them",
                  "write title, unit, better, from, value and an example between the braces")),
          entry("EmptyStatement", "an empty statement"),
          entry("EmptyExpression", "an empty statement"),
          entry("IfStatement", "'if'"),
          Map.entry("ArrayExpression", new NoPart("an array", "write a list: ['a', 'b']")),
          entry("ClassExpression", "a type"),
          entry("BitwiseNegationExpression", "the sign '~'"),
          Map.entry(
              "UnaryPlusExpression",
              new NoPart(
                  "a '+' in front of a number",
                  "leave it out; a sum that goes on in the next line ends this one with its +")),
          entry("PostfixExpression", "'++' or '--'"),
          entry("PrefixExpression", "'++' or '--'"),
          entry("ElvisOperatorExpression", "a choice with '?:'"),
          entry("ListOfExpressionsExpression", "several values without brackets"),
          Map.entry(
              "DeclarationExpression",
              new NoPart(
                  "a declaration, a word and '=' with a value", "compare with ==: where a == 'b'")),
          Map.entry(
              "MethodCallExpression",
              new NoPart(
                  "several things in a row that do not belong together",
                  "put a comma between them, like example 'title', rows: [[…]], expect: 1")));

  private static Map.Entry<String, NoPart> entry(String kind, String what) {
    return Map.entry(kind, new NoPart(what, GUIDE));
  }

  /**
   * @param kind of Groovy's tree
   */
  static NoPart of(String kind) {
    return KNOWN.getOrDefault(
        kind, new NoPart("something that Groovy has and KPIs have not", GUIDE));
  }

  void report(Place at, Problems problems) {
    problems.add(at, "this is no part of a definition: " + what, advice);
  }
}
