-- Files that somebody sent by the pages: whoever looks may be at another server than who imports
-- them, and when that one is gone another one goes on.
create table upload (
  -- Of its folder too, below run/uploads in the home.
  id       varchar(36)  not null primary key,
  client   varchar(64)  not null references client (id) on delete cascade,
  sent_by  varchar(200) not null,
  sent_at  timestamp with time zone not null,
  taken_by varchar(40),
  is_over  boolean      not null,
  -- How far its files are and what became of them, in JSON.
  shown    text         not null
);
create index upload_by_time on upload (sent_at);
