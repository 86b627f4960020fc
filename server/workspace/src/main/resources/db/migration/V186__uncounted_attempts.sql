-- Attempts that the clock does not count: those before a mail was sent again, and those that people asked for.
alter table delivery add uncounted int default 0 not null;
