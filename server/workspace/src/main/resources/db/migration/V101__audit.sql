-- Every change and every download that was asked for: written before it is done, and never changed. Without it nothing is done.
create table audit_entry (
  id      bigint generated always as identity primary key,
  at      timestamp with time zone not null,
  who     varchar(200) not null,
  holder  varchar(36)  not null,
  address varchar(64)  not null,
  method  varchar(10)  not null,
  route   varchar(300) not null,
  path    varchar(500) not null,
  client  varchar(64)
);
create index audit_entry_by_time on audit_entry (at);

-- What became of it. An entry without one was under way when the server stopped.
create table audit_outcome (
  entry_id bigint not null primary key references audit_entry (id) on delete cascade,
  at       timestamp with time zone not null,
  status   integer not null,
  who      varchar(200),
  client   varchar(64)
);
