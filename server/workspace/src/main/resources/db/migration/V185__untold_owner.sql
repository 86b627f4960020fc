-- What the owner could not be told, one row for each kind of news, until the mail server takes it.
create table untold_owner (
  news     varchar(20)              not null primary key,
  tries    int                      not null,
  since    timestamp with time zone not null,
  next_at  timestamp with time zone not null,
  outcome  varchar(20)              not null,
  answer   varchar(4000)            not null
);
