-- What people wrote into reports, each version of it; the latest one counts.
create table commentary (
  client_id  varchar(64)  not null references client (id) on delete cascade,
  report     varchar(64)  not null,
  period     varchar(32)  not null,
  language   varchar(8)   not null,
  section    varchar(64)  not null,
  version    int          not null,
  words      text         not null,
  written_by varchar(200) not null,
  written_at timestamp with time zone not null,
  primary key (client_id, report, period, language, section, version)
);
