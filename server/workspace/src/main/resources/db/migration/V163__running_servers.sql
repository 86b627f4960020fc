-- Servers that work on this state, each for as long as its heart beats.
create table running_server (
  id         varchar(40)  not null primary key,
  -- The machine and the folder of its own: whoever starts there next takes its place.
  place      varchar(1000) not null,
  started_at timestamp with time zone not null,
  seen_at    timestamp with time zone not null
);

-- Who makes the report, and who is sending the copy: when that server is gone, another one goes on.
alter table report_run add taken_by varchar(40);
alter table run_copy add taken_by varchar(40);
