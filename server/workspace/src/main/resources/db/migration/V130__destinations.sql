-- Places that reports go to besides mailboxes, as they are added in the browser. The secret is sealed; its key lies outside this database.
create table destination (
  name        varchar(41)      not null,
  kind        varchar(20)      not null,
  recipient   varchar(80)      not null primary key,
  target      varchar(1000)    not null,
  all_clients boolean          not null,
  host_keys   varchar(1000)    not null,
  key_id      varchar(16)      not null,
  secret      bytea            not null,
  added_by    varchar(200)     not null,
  added_at    timestamp with time zone not null
);

create table destination_client (
  recipient varchar(80) not null references destination (recipient),
  client    varchar(64) not null,
  primary key (recipient, client)
);

-- Those of destinations.yaml can be paused too.
create table destination_pause (
  recipient varchar(80)  not null primary key,
  paused_by varchar(200) not null,
  paused_at timestamp with time zone not null
);
