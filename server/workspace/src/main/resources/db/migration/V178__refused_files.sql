-- Files of which nothing was imported, until somebody has dealt with them: home shows them.
create table refused_file (
  id        varchar(36)  not null primary key,
  client    varchar(64)  not null references client (id) on delete cascade,
  file      varchar(400) not null,
  -- Empty where the file was too large to be read.
  sha256    varchar(64)  not null,
  status    varchar(20)  not null,
  batch     varchar(64),
  at        timestamp with time zone not null
);
create index refused_file_by_time on refused_file (at);
