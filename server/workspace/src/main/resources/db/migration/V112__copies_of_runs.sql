-- Mails of a run to the agency's own people: tests, and copies before its recipients get theirs. They are no
-- deliveries: nothing is issued by them.
create table run_copy (
  id              varchar(36)  not null primary key,
  run_id          varchar(36)  not null references report_run (id) on delete cascade,
  kind            varchar(10)  not null,
  recipient       varchar(254) not null,
  requested_by    varchar(200) not null,
  detail          varchar(500) not null,
  state           varchar(10)  not null,
  attempts        int          not null,
  answer          varchar(4000),
  created_at      timestamp with time zone not null,
  next_attempt_at timestamp with time zone,
  updated_at      timestamp with time zone not null
);
create index run_copy_by_run on run_copy (run_id);
create index run_copy_by_state on run_copy (state);
