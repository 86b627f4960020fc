-- When the owner was told of a mail that failed or may not have arrived.
alter table delivery add column told_at timestamp with time zone;
update delivery set told_at = updated_at where state in ('failed', 'unknown');
create index delivery_by_told on delivery (told_at);
