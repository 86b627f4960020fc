-- Failed sign-ins of the last hour, counted by all servers together.
create table sign_in_failure (
  -- A hash of the name or the address.
  who      char(64) not null primary key,
  failures integer  not null,
  last_at  timestamp with time zone not null
);
