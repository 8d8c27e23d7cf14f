-- no-transaction
create index concurrently if not exists files_by_folded_name on files using gin (folded(name) gin_trgm_ops) where post_id is not null;
