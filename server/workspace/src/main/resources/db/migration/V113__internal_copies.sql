-- A schedule may show its report to the agency's own people some days before its recipients get it; 0 for not.
alter table report_schedule add column internal_days int default 0 not null;
alter table report_schedule add column internal_to varchar(4000) default '' not null;

-- What they were shown of a period. Rejected: the period is held then, until somebody has it issued.
create table draft (
  schedule_id varchar(36)   not null references report_schedule (id) on delete cascade,
  period      varchar(30)   not null,
  planned_for timestamp with time zone not null,
  run_id      varchar(36),
  shown       boolean       not null,
  rejected_by varchar(200),
  reason      varchar(1000),
  created_at  timestamp with time zone not null,
  primary key (schedule_id, period)
);
create index draft_by_run on draft (run_id);
