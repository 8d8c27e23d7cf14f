-- What somebody keeps to read later: theirs alone, and shown as long as they may read it.
create table saved_posts (
    member_id uuid not null constraint saved_posts_member references members on delete cascade,
    post_id uuid not null constraint saved_posts_post references posts on delete cascade,
    at timestamptz not null,
    constraint saved_posts_key primary key (member_id, post_id)
);
create index saved_posts_newest on saved_posts (member_id, at desc, post_id desc);
create index saved_posts_by_post on saved_posts (post_id);
