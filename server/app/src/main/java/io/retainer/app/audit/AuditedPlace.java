package io.retainer.app.audit;

import java.util.regex.Pattern;

/**
 * Where to look for what an address leads to: names of it, and values that may change there. A
 * question answers with a row whose columns are fields, or with rows of {@code field} and {@code
 * held}; a tab in a field stands between its name and whose it is. No secret is asked for.
 */
enum AuditedPlace {
  CLIENT(
      "clients/([^/]+)(?:/.*)?",
      true,
      "select id as client, name as client_name from client where id = :a"),
  CLIENT_VALUES(
      "clients/([^/]+)(?:/edit)?",
      false,
      "select name, zone, locale as language, currency from client where id = :a"),
  SENDER(
      "clients/([^/]+)/mail",
      false,
      "select sender, reply_to from client_sender where client_id = :a"),
  RECIPIENTS(
      "clients/([^/]+)/mail",
      false,
      "select 'recipient\t' || entry as field, 'yes' as held from client_recipient where client_id = :a"),
  TARGETS(
      "clients/([^/]+)/targets(?:/.*)?",
      false,
      """
      select 'target\t' || kpi || '\t' || period || '\t' || cast(valid_from as varchar(20)) as field,
        coalesce(cast(low as varchar(50)), '') || ' … ' || coalesce(cast(high as varchar(50)), '')
          || ' ' || coalesce(currency, '') as held
      from client_target where client_id = :a
      """),
  TARGET_KPI("clients/[^/]+/targets/([^/]+)/[^/]+", "kpi"),
  CONVERSION(
      "clients/([^/]+)/conversion",
      false,
      "select 'conversion' as field, 'yes' as held from client_conversion where client_id = :a"),
  SOURCES(
      "clients/([^/]+)/sources(?:/.*)?",
      false,
      """
      select 'source\t' || kind || '\t' || account as field,
        case when paused then 'paused' else 'active' end as held
      from pull_source where client_id = :a
      """),
  SOURCE(
      "clients/([^/]+)/sources/([^/]+)(?:/.*)?",
      true,
      "select kind as source, account from pull_source where client_id = :a and id = :b"),
  WORDS_REPORT("clients/[^/]+/words/([^/]+)/[^/]+/[^/]+", "report"),
  WORDS_PERIOD("clients/[^/]+/words/[^/]+/([^/]+)/[^/]+", "period"),
  ARRIVAL(
      "clients/([^/]+)/imports/([^/]+)(?:/.*)?",
      true,
      "select file from arrival where client_id = :a and batch = :b"),
  SENT_FILE("clients/[^/]+/imports/([^/]*[^0-9/][^/]*)", "file"),
  UPLOAD(
      "clients/([^/]+)/uploads/([^/]+)",
      true,
      "select shown as upload from upload where client = :a and id = :b"),
  SCHEDULE(
      "schedules/([^/]+)(?:/.*)?",
      true,
      """
      select s.client, c.name as client_name, s.report
      from report_schedule s left join client c on c.id = s.client where s.id = :a
      """),
  SCHEDULE_VALUES(
      "schedules/([^/]+)(?:/.*)?",
      false,
      """
      select report, rule, kind, locale as language, formats, recipients, approval, incomplete,
        case when enabled then 'on' else 'off' end as enabled, internal_days, internal_to,
        cast(starts as varchar(20)) as starts, cast(ends as varchar(20)) as ends
      from report_schedule where id = :a
      """),
  RUN(
      "(?:reports|runs)/([^/]+)(?:/.*)?",
      true,
      """
      select r.client, c.name as client_name, r.report, r.period
      from report_run r left join client c on c.id = r.client where r.id = :a
      """),
  RUN_FILE("(?:reports/[^/]+|runs/[^/]+/files)/(pdf|xlsx)", "format"),
  RUN_STEP(
      "(?:reports|runs)/([^/]+)/(?:review|approve|reject|comment)",
      false,
      "select kind as step from run_step where run_id = :a order by at desc, id desc limit 1"),
  COPIES(
      "(?:reports|runs)/([^/]+)/test",
      false,
      """
      select 'copy\t' || recipient as field, cast(count(*) as varchar(20)) as held
      from run_copy where run_id = :a group by recipient
      """),
  DELIVERY(
      "deliveries/([^/]+)(?:/.*)?",
      true,
      """
      select d.client, c.name as client_name, r.report, r.period, d.recipient
      from delivery d left join client c on c.id = d.client left join report_run r on r.id = d.run_id
      where d.id = :a
      """),
  READDRESSED(
      "deliveries/([^/]+)/readdress",
      false,
      "select coalesce(replaced_by, recipient) as \"recipient-now\" from delivery where id = :a"),
  PERSON(
      "(?:access/accounts|people|access/second-step/reset)/([^/]+)(?:/.*)?",
      true,
      "select name as person from account where id = :a"),
  PERSON_VALUES(
      "(?:access/accounts|people)/([^/]+)(?:/.*)?",
      false,
      """
      select role, case when limited then 'some' else 'all' end as sees,
        case when locked_at is null then 'no' else 'yes' end as locked
      from account where id = :a
      """),
  PERSON_CLIENTS(
      "(?:access/accounts|people)/([^/]+)(?:/.*)?",
      false,
      "select 'sees-client\t' || client as field, 'yes' as held from client_access where holder = :a"),
  PEOPLE(
      "access/accounts|people",
      false,
      "select 'person\t' || name as field, role as held from account"),
  TOKEN(
      "(?:access/)?tokens/([^/]+)(?:/revoke)?",
      true,
      "select label as token from api_token where id = :a"),
  TOKENS(
      "(?:access/)?tokens",
      false,
      "select 'token\t' || label || '\t' || id as field, role as held from api_token"),
  SECOND_STEP_ROLES(
      "access/second-step/roles",
      false,
      "select 'second-step\t' || role as field, 'yes' as held from second_step_role"),
  DESTINATION(
      "destinations/([^/]+)(?:/.*)?",
      true,
      "select name as destination from destination where recipient = :a"),
  DESTINATIONS(
      "destinations",
      false,
      "select 'destination\t' || name as field, kind as held from destination"),
  GATES_OF_CLIENT(
      "gates/client/([^/]+)",
      true,
      "select id as client, name as client_name from client where id = :a"),
  GATES_OF_SCHEDULE(
      "gates/schedule/([^/]+)",
      true,
      """
      select s.client, c.name as client_name, s.report
      from report_schedule s left join client c on c.id = s.client where s.id = :a
      """),
  GATES(
      "gates/(client|schedule)/([^/]+)",
      false,
      """
      select 'gate\t' || gate as field, level as held from gate_level
      where owner_kind = :a and owner_id = :b
      union all
      select 'limit\t' || name, cast(amount as varchar(20)) from gate_limit
      where owner_kind = :a and owner_id = :b
      """),
  AGENCY_GATES(
      "agency-gates",
      false,
      """
      select 'gate\t' || gate as field, level as held from gate_level where owner_kind = 'agency'
      union all
      select 'limit\t' || name, cast(amount as varchar(20)) from gate_limit
      where owner_kind = 'agency'
      """),
  GROUP(
      "groups/([^/]+)(?:/.*)?",
      true,
      "select name as client_group from client_group where id = :a"),
  GROUP_VALUES("groups/([^/]+)(?:/.*)?", false, "select name from client_group where id = :a"),
  GROUP_MEMBERS(
      "groups/([^/]+)(?:/.*)?",
      false,
      "select 'member\t' || client as field, 'yes' as held from client_group_member where group_id = :a"),
  RATES_FILE(
      "rates/([^/]+)(?:/.*)?",
      true,
      "select name as file from rate_file where cast(number as varchar(20)) = :a"),
  RATES("rates", false, "select name as file from rate_file order by number desc limit 1"),
  SENDERS(
      "inbox/senders(?:/.*)?",
      false,
      "select 'data-sender\t' || sender || '\t' || recipient as field, client_id as held from mail_sender"),
  KPI("kpis/([^/]+)(?:/.*)?", "kpi");

  private final Pattern pattern;
  private final boolean isOfNames;
  private final String question;
  private final String said;

  AuditedPlace(String path, boolean isOfNames, String question) {
    this(path, isOfNames, question, "");
  }

  /** What stands in the address itself. */
  AuditedPlace(String path, String said) {
    this(path, true, "", said);
  }

  AuditedPlace(String path, boolean isOfNames, String question, String said) {
    this.pattern = Pattern.compile("/(?:api/v1/)?(?:" + path + ")");
    this.isOfNames = isOfNames;
    this.question = question;
    this.said = said;
  }

  Pattern pattern() {
    return pattern;
  }

  boolean isOfNames() {
    return isOfNames;
  }

  /** Empty where the address says it. */
  String question() {
    return question;
  }

  /** The name of what the address says. */
  String said() {
    return said;
  }
}
