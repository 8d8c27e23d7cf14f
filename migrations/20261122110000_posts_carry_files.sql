-- Documents, sound and films of posts: as they came, in the store of bytes, under a key made of the id.
create table files (
    id uuid constraint files_key primary key,
    uploader_id uuid not null constraint files_uploader references members,
    post_id uuid constraint files_post references posts on delete cascade,
    draft_id uuid constraint files_draft references drafts on delete set null,
    position smallint not null default 0,
    name text not null constraint files_name_length check (char_length(name) between 1 and 200),
    kind text not null constraint files_kind_form check (kind ~ '^[a-z0-9]{2,5}$'),
    bytes bigint not null constraint files_are_not_empty check (bytes > 0),
    uploaded_at timestamptz not null
);
comment on column files.kind is 'The ending of its name, one of those that are taken; the bytes begin as it says.';
create index files_by_post on files (post_id, position) where post_id is not null;
create index files_by_draft on files (draft_id, position) where draft_id is not null;
create index files_loose on files (uploaded_at) where post_id is null;
create index files_by_uploader on files (uploader_id);
