-- Files that came by themselves, from a watched folder or a mailbox, and what became of them.
create table arrival (
  id        varchar(36)  not null primary key,
  way       varchar(10)  not null,
  client_id varchar(64)  not null references client (id),
  file      varchar(200) not null,
  sha256    varchar(64)  not null,
  status    varchar(20)  not null,
  batch     varchar(64),
  reason    varchar(4000),
  mail      varchar(36),
  at        timestamp with time zone not null
);
create index arrival_by_time on arrival (at);
