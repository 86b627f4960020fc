-- Tables by which many schedules were added or changed at once, with what was before, so that it can be undone.
create table schedule_table (
  id        varchar(36)  not null primary key,
  saved_by  varchar(200) not null,
  saved_at  timestamp with time zone not null,
  added     int          not null,
  changed   int          not null,
  changes   text         not null,
  undone_by varchar(200),
  undone_at timestamp with time zone
);
