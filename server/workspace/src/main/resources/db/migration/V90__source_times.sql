-- When a source was last asked to the end, and whether somebody stopped it for a while.
alter table pull_source add column asked_at timestamp with time zone;
alter table pull_source add column paused   boolean default false not null;
