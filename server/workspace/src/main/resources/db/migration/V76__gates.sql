-- What the gates found in a run when it was rendered, in each language of the pages.
create table run_finding (
  run_id   varchar(36)    not null references report_run (id) on delete cascade,
  position int            not null,
  gate     varchar(40)    not null,
  level    varchar(10)    not null,
  texts    varchar(16000) not null,
  primary key (run_id, position)
);

-- How much a gate matters to a client or a schedule where that differs from the usual: off, warn, hold.
create table gate_level (
  owner_kind varchar(10)  not null,
  owner_id   varchar(64)  not null,
  gate       varchar(40)  not null,
  level      varchar(10)  not null,
  set_by     varchar(200) not null,
  set_at     timestamp with time zone not null,
  primary key (owner_kind, owner_id, gate)
);
