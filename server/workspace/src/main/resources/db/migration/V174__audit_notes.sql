-- In what role somebody asked, and by what way: session, token, command or link. Of what was asked for before, nobody knows.
alter table audit_entry add column role varchar(20);
alter table audit_entry add column way  varchar(10);
alter table audit_outcome add column role varchar(20);

-- What a thing was called when somebody did something to it, and what that changed. Apart from the log: what names a client
-- goes when the client is removed, and the log stays.
create table deed_note (
  entry_id bigint        not null references audit_entry (id) on delete cascade,
  is_after boolean       not null,
  client   varchar(64),
  -- In JSON.
  note     varchar(8000) not null,
  primary key (entry_id, is_after)
);
create index deed_note_by_client on deed_note (client);
