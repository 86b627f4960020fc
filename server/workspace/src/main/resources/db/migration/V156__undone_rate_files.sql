-- Files of exchange rates that were taken back, each while it was the latest. Their rates stay, and
-- count no more.
create table undone_rate_file (
  number    integer      not null primary key references rate_file (number),
  undone_at timestamp with time zone not null,
  undone_by varchar(200) not null
);
