-- When an administrator opens a group they do not belong to: for how long, and why. Its managers read this.
create table group_visits (
    id uuid primary key,
    group_id uuid not null constraint group_visits_group references groups on delete cascade,
    member_id uuid not null constraint group_visits_member references members on delete cascade,
    reason text not null constraint group_visits_reason_length check (char_length(reason) between 1 and 1000),
    entered_at timestamptz not null,
    ends_at timestamptz not null,
    left_at timestamptz
);
create unique index group_visits_one_open on group_visits (member_id, group_id) where left_at is null;
create index group_visits_by_group on group_visits (group_id, entered_at desc);

-- Its columns change; visibility.sql makes it anew after the migrations.
drop function if exists group_standings(uuid);
