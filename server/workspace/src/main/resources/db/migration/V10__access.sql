-- Who may sign in. Passwords only as salted slow hashes.
create table account (
  id            varchar(36)  not null primary key,
  name          varchar(200) not null unique,
  role          varchar(20)  not null,
  password_hash varchar(300) not null,
  created_at    timestamp with time zone not null
);

-- Browsers signed in. The cookie's value is nowhere; this is its fingerprint.
create table session (
  fingerprint varchar(64) not null primary key,
  account_id  varchar(36) not null references account (id) on delete cascade,
  created_at  timestamp with time zone not null,
  seen_at     timestamp with time zone not null
);

-- Programs that may call the API, again by fingerprint.
create table api_token (
  id          varchar(36)  not null primary key,
  label       varchar(200) not null,
  fingerprint varchar(64)  not null unique,
  role        varchar(20)  not null,
  created_by  varchar(36)  not null references account (id) on delete cascade,
  created_at  timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  used_at     timestamp with time zone
);

-- The link with which the first start makes its owner: one at a time, once, for a while.
create table owner_link (
  fingerprint varchar(64) not null primary key,
  expires_at  timestamp with time zone not null
);
