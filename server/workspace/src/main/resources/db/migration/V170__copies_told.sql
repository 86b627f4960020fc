-- When the owner was told of an internal copy that nobody got.
alter table run_copy add column told_at timestamp with time zone;
-- Those of earlier versions are old news.
update run_copy set told_at = updated_at where state in ('failed', 'unknown');
