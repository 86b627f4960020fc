-- How far figures may go, and how long a report waits, where that differs from the usual: of the agency, a client or
-- a schedule.
create table gate_limit (
  owner_kind varchar(10)   not null,
  owner_id   varchar(64)   not null,
  name       varchar(40)   not null,
  amount     decimal(9, 2) not null,
  set_by     varchar(200)  not null,
  set_at     timestamp with time zone not null,
  primary key (owner_kind, owner_id, name)
);

-- Until when an occurrence waits for its data; null when it does not, or began to wait before this was kept.
alter table occurrence add column wait_until timestamp with time zone;
