-- The groups that are ticked beside the one that a draft is for.
alter table drafts
    add column also uuid[] not null default '{}';

-- Posts that one form published, one in each of several groups: they know of each other, and nobody hears of them twice.
create table posts_together (
    post_id uuid not null constraint posts_together_pkey primary key
        constraint posts_together_post_id_fkey references posts on delete cascade,
    together uuid not null
);

create index posts_together_together on posts_together (together);
