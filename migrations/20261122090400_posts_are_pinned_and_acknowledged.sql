-- At the top of its group's page, for a while or until somebody takes it down; and a post whose readers are asked to
-- confirm that they have read it.
alter table posts
    add column pinned_at timestamptz,
    add column pinned_by uuid constraint posts_pinner references members on delete set null,
    add column pinned_until timestamptz,
    add column asks_since timestamptz,
    add column reminded_at timestamptz;
create index posts_pinned on posts (group_id, pinned_at) where pinned_at is not null and deleted_at is null;
create index posts_by_pinner on posts (pinned_by) where pinned_by is not null;

create table acknowledgements (
    post_id uuid not null constraint acknowledgements_post references posts on delete cascade,
    member_id uuid not null constraint acknowledgements_member references members on delete cascade,
    at timestamptz not null,
    constraint acknowledgements_key primary key (post_id, member_id)
);
create index acknowledgements_by_member on acknowledgements (member_id);

-- Who was written to last, so that a letter is written once however often its job runs.
create table acknowledgement_reminders (
    post_id uuid not null constraint acknowledgement_reminders_post references posts on delete cascade,
    member_id uuid not null constraint acknowledgement_reminders_member references members on delete cascade,
    at timestamptz not null,
    constraint acknowledgement_reminders_key primary key (post_id, member_id)
);
create index acknowledgement_reminders_by_member on acknowledgement_reminders (member_id);
