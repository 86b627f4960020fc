-- Whether a report goes out by itself once it is checked, or a person releases it: automatic, needed.
alter table report_schedule add column approval varchar(10) default 'automatic' not null;

-- Who released it; null when nobody had to.
alter table occurrence add column approved_by varchar(200);

-- Why a period is issued once more, as its recipients read it.
alter table occurrence add column correction varchar(500);

-- Which schedule a run was made for, which issued run it puts right, and what its mail is marked as:
-- correction, test, internal.
alter table report_run add column schedule_id varchar(36);
alter table report_run add column corrects varchar(36);
alter table report_run add column mark varchar(12);
alter table report_run add column mark_detail varchar(500);

-- What happened to a run after it was rendered: who, when, and in which words.
create table run_step (
  id      varchar(36)   not null primary key,
  run_id  varchar(36)   not null references report_run (id) on delete cascade,
  kind    varchar(20)   not null,
  by_whom varchar(200),
  at      timestamp with time zone not null,
  note    varchar(4000) not null
);
create index run_step_by_run on run_step (run_id);
create index run_step_by_kind on run_step (kind);
create index report_run_by_period on report_run (client, report, period);
