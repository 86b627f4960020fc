-- When a client's report goes out, and to whom. planned_until: every time up to here has its occurrence.
create table report_schedule (
  id            varchar(36)   not null primary key,
  client        varchar(64)   not null,
  report        varchar(64)   not null,
  rule          varchar(200)  not null,
  kind          varchar(10)   not null,
  locale        varchar(35)   not null,
  formats       varchar(50)   not null,
  recipients    varchar(16000) not null,
  enabled       boolean       not null,
  planned_until timestamp with time zone not null,
  created_by    varchar(200)  not null,
  created_at    timestamp with time zone not null
);
create index report_schedule_by_client on report_schedule (client);

-- One period of a schedule. The key is the claim: a period is issued once, and again only as a
-- repetition that somebody asked for.
create table occurrence (
  id           varchar(36)   not null primary key,
  schedule_id  varchar(36)   not null references report_schedule (id) on delete cascade,
  period       varchar(30)   not null,
  repetition   int           not null,
  state        varchar(10)   not null,
  reason       varchar(4000),
  run_id       varchar(36),
  requested_by varchar(200),
  planned_for  timestamp with time zone not null,
  created_at   timestamp with time zone not null,
  rendered_at  timestamp with time zone,
  finished_at  timestamp with time zone,
  unique (schedule_id, period, repetition)
);
create index occurrence_by_state on occurrence (state);
create index occurrence_by_run on occurrence (run_id);
