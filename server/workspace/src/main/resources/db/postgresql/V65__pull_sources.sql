-- Platforms that are asked for their figures. The secret is sealed; its key lies outside this database.
create table pull_source (
  id           varchar(36)      not null primary key,
  client_id    varchar(64)      not null references client (id),
  kind         varchar(30)      not null,
  account      varchar(200)     not null,
  look_back    integer          not null,
  first_day    date             not null,
  pulled_until date,
  not_before   timestamp with time zone,
  problem      varchar(2000),
  key_id       varchar(16)      not null,
  secret       bytea            not null,
  added_at     timestamp with time zone not null,
  unique (client_id, kind, account)
);
