-- Reports that wait for a person are told once; those from before are on the home page already.
alter table occurrence add told_at timestamp with time zone;
update occurrence set told_at = created_at where state in ('held', 'review', 'failed');
