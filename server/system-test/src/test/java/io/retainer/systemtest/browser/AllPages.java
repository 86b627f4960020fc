package io.retainer.systemtest.browser;

import java.util.Map;

/** Every page that somebody who may do everything can open. */
record AllPages(
    String client, String month, String run, String schedule, String sketch, String group) {

  Map<String, String> byName() {
    String own = "/clients/" + client;
    return Map.ofEntries(
        Map.entry("home", "/"),
        Map.entry("clients", "/clients"),
        Map.entry("client-table", "/client-table"),
        Map.entry("groups", "/groups"),
        Map.entry("group", "/groups/" + group + "?period=" + month),
        Map.entry("group-edit", "/groups/" + group + "/edit"),
        Map.entry("group-new", "/groups/new"),
        Map.entry("group-remove", "/groups/" + group + "/remove"),
        Map.entry("client", own),
        Map.entry("client-edit", own + "/edit"),
        Map.entry("client-mail", own + "/mail"),
        Map.entry("client-brand", own + "/brand"),
        Map.entry("brand", "/brand"),
        Map.entry("rates", "/rates"),
        Map.entry("targets", own + "/targets"),
        Map.entry("sources", own + "/sources"),
        Map.entry("coverage", own + "/coverage"),
        Map.entry("data", own + "/data"),
        Map.entry("rows", own + "/data?dataset=orders"),
        Map.entry("rows-values", own + "/data?dataset=web_traffic&values=channel"),
        Map.entry("parameters", own + "/parameters"),
        Map.entry("templates", own + "/templates"),
        Map.entry("composing", own + "/templates/monthly-performance"),
        Map.entry("uploads", "/uploads"),
        Map.entry("mapping", "/mappings/tables/" + sketch),
        Map.entry("mappings", "/mappings"),
        Map.entry("inbox", "/inbox"),
        Map.entry("reports", "/reports"),
        Map.entry("report", "/reports/" + run),
        Map.entry("issue-page", "/reports/" + run + "/page"),
        Map.entry("links", "/reports/" + run + "/links"),
        Map.entry("report-test", "/reports/" + run + "/test"),
        Map.entry("words-choose", own + "/words"),
        Map.entry("schedules", "/schedules"),
        Map.entry("schedule-one", "/schedules/" + schedule),
        Map.entry("schedule-edit", "/schedules/" + schedule + "/edit"),
        Map.entry("schedule-new", "/schedules/new?client=" + client),
        Map.entry("schedule-burst", "/schedules/burst?group=" + group),
        Map.entry("schedule-table", "/schedule-table"),
        Map.entry("gates", "/gates/schedule/" + schedule),
        Map.entry("agency-gates", "/agency-gates"),
        Map.entry("operations", "/operations"),
        Map.entry("deliveries", "/deliveries"),
        Map.entry("destinations", "/destinations"),
        Map.entry("kpis", "/kpis"),
        Map.entry("search", "/search?q=" + client),
        Map.entry("kpis-with-values", "/kpis?q=email&client=" + client + "&period=" + month),
        Map.entry("kpis-none", "/kpis?q=nothingofthekind"),
        Map.entry("kpi", "/kpis/email.ctr"),
        Map.entry("kpi-new", "/kpis/own.gifts/edit"),
        Map.entry("connectors", "/connectors"),
        Map.entry("account", "/account"),
        Map.entry("second-step", "/account/second-step"),
        Map.entry("audit", "/audit"),
        Map.entry("audit-narrowed", "/audit?kind=deliveries"),
        Map.entry("settings", "/settings"),
        Map.entry("support", "/support"),
        Map.entry("access", "/access"));
  }
}
