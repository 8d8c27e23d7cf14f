-- Days to think of when one plans: of a group or, without one, of the whole platform.
create table key_dates (
    id uuid constraint key_dates_key primary key,
    group_id uuid constraint key_dates_group references groups on delete cascade,
    name text not null constraint key_dates_name_length check (char_length(name) between 1 and 80),
    from_day date not null,
    until_day date not null,
    -- Whether it comes back every year.
    yearly boolean not null default false,
    constraint key_dates_order check (until_day >= from_day and until_day - from_day <= 60)
);
create index key_dates_by_group on key_dates (group_id);

-- When someone says they are away.
create table absences (
    id uuid constraint absences_key primary key,
    member_id uuid not null constraint absences_member references members,
    from_day date not null,
    until_day date not null,
    note text not null default '' constraint absences_note_length check (char_length(note) <= 120),
    constraint absences_order check (until_day >= from_day and until_day - from_day <= 366)
);
create index absences_by_member on absences (member_id, until_day);
create index absences_by_day on absences (until_day);
