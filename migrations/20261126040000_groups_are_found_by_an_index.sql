-- Names of groups, and what else they are searched by, are looked up rather than read through.
create index groups_by_folded_name on groups using gin (folded_name gin_trgm_ops);
create index groups_by_search on groups using gin (search gin_trgm_ops);
