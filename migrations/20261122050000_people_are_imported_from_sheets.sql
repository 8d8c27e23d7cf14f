-- Lists of people from spreadsheets: what was uploaded, what each row says, what was made of it, and what was there before.

-- The number or code that an organisation knows someone by. Compared without case.
alter table members add column external_id text
    constraint members_external_id_length check (char_length(external_id) between 1 and 120);
create unique index members_external_id_key on members (lower(external_id)) where external_id is not null;

create table people_imports (
    id uuid primary key,
    member_id uuid not null constraint people_imports_member references members,
    file_name text not null constraint people_imports_file_name check (char_length(file_name) between 1 and 200),
    bytes bigint not null,
    digest bytea not null,
    state text not null constraint people_imports_state check (state in
        ('reading', 'unreadable', 'mapping', 'checking', 'checked', 'running', 'done', 'stopped', 'undoing', 'undone')),
    sheets jsonb not null default '[]',
    sheet text,
    header integer not null default 1 constraint people_imports_header check (header >= 0),
    mapping jsonb not null default '[]',
    options jsonb not null default '{}',
    refusal jsonb,
    mark uuid not null,
    total integer not null default 0,
    done integer not null default 0,
    made_at timestamptz not null,
    begun_at timestamptz,
    ended_at timestamptz,
    undone_at timestamptz
);
-- One at a time: two lists that change the same people at once would both show a difference that is not true any more.
create unique index people_imports_one_at_a_time on people_imports ((true)) where state in ('running', 'undoing');
create index people_imports_by_time on people_imports (made_at desc, id desc);

comment on column people_imports.mark is 'Another one after each check: who confirms, confirms what they saw.';

create table people_import_rows (
    import_id uuid not null constraint people_import_rows_import references people_imports on delete cascade,
    number integer not null,
    cells jsonb not null,
    outcome text constraint people_import_rows_outcome check (outcome in ('new', 'changed', 'unchanged', 'error')),
    member_id uuid,
    plan jsonb,
    problems jsonb not null default '[]',
    done_at timestamptz,
    undone text constraint people_import_rows_undone check (undone in ('restored', 'kept')),
    constraint people_import_rows_key primary key (import_id, number)
);
create index people_import_rows_by_outcome on people_import_rows (import_id, outcome, number);

comment on column people_import_rows.plan is 'What was or will be made of it: each change with what stood there before.';

-- What a heading meant the last time.
create table people_import_headings (
    heading text primary key,
    target text not null,
    at timestamptz not null
);
