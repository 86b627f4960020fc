-- Links by which a reader outside sees one run; the secret in them is kept as a hash.
create table issue_link (
  id          varchar(36)  not null primary key,
  run_id      varchar(36)  not null references report_run (id) on delete cascade,
  fingerprint varchar(64)  not null unique,
  made_by     varchar(200) not null,
  made_at     timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  revoked_at  timestamp with time zone,
  revoked_by  varchar(200)
);
create index issue_link_by_run on issue_link (run_id);

-- When a link was used and for what: the page, or one of the files. Nothing about the reader.
create table issue_link_opening (
  link_id varchar(36) not null references issue_link (id) on delete cascade,
  what    varchar(8)  not null,
  at      timestamp with time zone not null
);
create index issue_link_opening_by_link on issue_link_opening (link_id);
