-- Labels: coloured words that a group, or the whole platform, keeps for its posts.
create table labels (
    id uuid constraint labels_key primary key,
    group_id uuid constraint labels_group references groups on delete cascade,
    name text not null constraint labels_name_length check (char_length(name) between 1 and 40),
    hue text not null,
    made_at timestamptz not null,
    archived_at timestamptz
);
comment on column labels.group_id is 'Null: of the whole platform.';
create unique index labels_name_key on labels (coalesce(group_id, '00000000-0000-0000-0000-000000000000'::uuid), folded(name));
create index labels_by_group on labels (group_id);

-- A post that moves keeps its rows: those of the group it left count for nothing until it comes back.
create table post_labels (
    post_id uuid not null constraint post_labels_post references posts on delete cascade,
    label_id uuid not null constraint post_labels_label references labels on delete cascade,
    constraint post_labels_key primary key (post_id, label_id)
);
create index post_labels_by_label on post_labels (label_id, post_id);

create table label_follows (
    member_id uuid not null constraint label_follows_member references members on delete cascade,
    label_id uuid not null constraint label_follows_label references labels on delete cascade,
    since timestamptz not null,
    constraint label_follows_key primary key (member_id, label_id)
);
create index label_follows_by_label on label_follows (label_id, member_id);

-- Those that were ticked beside what is being written.
alter table drafts add column labels uuid[] not null default '{}';
