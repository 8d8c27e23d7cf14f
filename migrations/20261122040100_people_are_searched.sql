-- What the directory searches, folded once when it is written: 100,000 people are found by an index instead of being
-- folded at each visit. The function is the same as in functions.sql, which runs after the migrations.
create or replace function folded(text) returns text language sql immutable strict parallel safe as $$
    select lower(public.unaccent('public.unaccent', $1))
$$;
alter table members add column search text generated always as (folded(name || ' ' || headline || ' ' || place)) stored;
create index members_by_search on members using gin (search gin_trgm_ops);
-- The first page by name, and by arrival, without sorting everybody.
create index members_by_folded_name on members (folded(name), id) where erased_at is null and suspended_at is null;
create index members_by_arrival on members (created_at desc, id desc) where erased_at is null and suspended_at is null;
-- Few, and taken off the counts of everybody.
create index members_away on members (id) where suspended_at is not null or erased_at is not null;
create index field_terms_by_search on field_terms using gin (folded gin_trgm_ops);
