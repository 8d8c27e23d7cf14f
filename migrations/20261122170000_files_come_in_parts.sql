-- Large files come in parts: a line that was cut goes on where it stopped. What has come lies in the store, a piece under
-- each of these ids; once all is there it becomes a file as any other, and this row goes.
create table uploads (
    id uuid constraint uploads_key primary key,
    uploader_id uuid not null constraint uploads_uploader references members on delete cascade,
    name text not null constraint uploads_name_length check (char_length(name) between 1 and 500),
    total bigint not null constraint uploads_are_not_empty check (total > 0),
    here bigint not null default 0 constraint uploads_here check (here between 0 and total),
    parts uuid[] not null default '{}',
    heard_at timestamptz not null
);
comment on column uploads.here is 'How many bytes have come, from the first one on.';
comment on column uploads.heard_at is 'When something of it came last.';
create index uploads_by_uploader on uploads (uploader_id, heard_at);
create index uploads_silent on uploads (heard_at);
