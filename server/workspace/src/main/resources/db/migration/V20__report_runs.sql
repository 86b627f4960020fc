-- Reports asked for, and what became of them.
create table report_run (
  id             varchar(36)   not null primary key,
  client         varchar(64)   not null,
  report         varchar(64)   not null,
  period         varchar(30)   not null,
  locale         varchar(35)   not null,
  formats        varchar(50)   not null,
  state          varchar(10)   not null,
  reason         varchar(4000),
  requested_by   varchar(200)  not null,
  requested_at   timestamp with time zone not null,
  started_at     timestamp with time zone,
  finished_at    timestamp with time zone,
  attempts       int           not null default 0,
  sections       int           not null default 0,
  empty_sections int           not null default 0
);
create index report_run_by_time on report_run (requested_at);
create index report_run_by_client on report_run (client, requested_at);
create index report_run_by_state on report_run (state);

-- The files of a run that is ready. They lie under reports/<client>/<period>/<run> and never change.
create table report_file (
  run_id  varchar(36)  not null references report_run (id) on delete cascade,
  format  varchar(10)  not null,
  name    varchar(200) not null,
  bytes   bigint       not null,
  sha256  char(64)     not null,
  primary key (run_id, format)
);
