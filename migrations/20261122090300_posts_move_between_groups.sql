-- Who may bring a post of another group into this one; they must be able to publish in it, too.
alter table groups
    add column may_receive text not null default 'guest'
        constraint groups_may_receive check (may_receive in ('manager', 'publisher', 'member', 'guest'));

-- Where posts stood before: so that a move can be taken back by whoever made it.
create table post_moves (
    id uuid primary key,
    post_id uuid not null constraint post_moves_post references posts on delete cascade,
    from_group uuid not null constraint post_moves_from references groups on delete cascade,
    to_group uuid not null constraint post_moves_to references groups on delete cascade,
    moved_by uuid not null constraint post_moves_mover references members on delete cascade,
    moved_at timestamptz not null,
    undone_at timestamptz
);
create index post_moves_by_post on post_moves (post_id, moved_at desc);
create index post_moves_by_mover on post_moves (moved_by, moved_at desc);
create index post_moves_from on post_moves (from_group);
create index post_moves_to on post_moves (to_group);
