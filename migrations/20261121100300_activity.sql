-- Everything that happened, in one row each: the audit log, the source of notifications, the resume point of live
-- streams. Rows carry their transaction, so that a reader never skips one that commits after a later one.
create table activity (
    id bigint generated always as identity primary key,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    actor_id uuid,
    why text not null default '',
    kind text not null,
    fact jsonb not null,
    group_id uuid,
    address text not null default ''
);
create index activity_by_xid on activity (xid);
create index activity_by_group on activity (group_id, id) where group_id is not null;
create index activity_by_actor on activity (actor_id, id) where actor_id is not null;
create index activity_by_kind on activity (kind, id);

create function activity_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'activity is append-only';
end $$;
create trigger activity_append_only before update or delete on activity
    for each row execute function activity_is_append_only();

-- Lines of the inbox. One line per thing and kind: who joined in is counted from the rows of notice_actors.
create table notices (
    id uuid primary key,
    member_id uuid not null constraint notices_member references members on delete cascade,
    kind text not null,
    subject text not null,
    group_id uuid constraint notices_group references groups on delete cascade,
    post_id uuid constraint notices_post references posts on delete cascade,
    comment_id uuid constraint notices_comment references comments on delete cascade,
    detail text not null default '',
    first_at timestamptz not null,
    last_at timestamptz not null,
    read_at timestamptz
);
-- What is unread gathers on one line per subject; once read, the next one opens a new line.
create unique index notices_one_unread on notices (member_id, kind, subject) where read_at is null;
create index notices_by_member on notices (member_id, last_at desc, id desc);
create index notices_by_post on notices (post_id) where post_id is not null;

create table notice_actors (
    notice_id uuid not null constraint notice_actors_notice references notices on delete cascade,
    actor_id uuid not null constraint notice_actors_actor references members on delete cascade,
    activity_id bigint not null,
    at timestamptz not null,
    constraint notice_actors_key primary key (notice_id, activity_id)
);

-- Mails as they were or will be sent. Without an SMTP server they wait here, where an administrator can read them.
create table letters (
    id uuid primary key,
    kind text not null,
    member_id uuid constraint letters_member references members on delete cascade,
    to_address text not null,
    to_name text not null default '',
    subject text not null,
    text_body text not null,
    html_body text not null,
    written_at timestamptz not null,
    sent_at timestamptz,
    given_up_at timestamptz,
    tries integer not null default 0,
    last_error text not null default ''
);
create index letters_by_time on letters (written_at desc, id desc);
create index letters_to_address on letters (to_address, written_at desc);
