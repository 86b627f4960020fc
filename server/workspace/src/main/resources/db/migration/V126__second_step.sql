-- The second step of a sign-in: the key that an app on somebody's phone has as well, sealed. Without a day of confirmation it is not in force.
create table second_step (
  account_id   varchar(36) not null primary key references account (id) on delete cascade,
  key_id       varchar(16) not null,
  secret       bytea       not null,
  begun_at     timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step    bigint default 0 not null
);

-- What works once in place of a code, by fingerprint.
create table recovery_code (
  account_id  varchar(36) not null references account (id) on delete cascade,
  fingerprint varchar(64) not null,
  primary key (account_id, fingerprint)
);

-- The roles that have to have it.
create table second_step_role (
  role varchar(20) not null primary key
);

-- Who has given the password and not yet the code.
create table halfway_sign_in (
  fingerprint varchar(64) not null primary key,
  account_id  varchar(36) not null references account (id) on delete cascade,
  created_at  timestamp with time zone not null
);
