-- A post that shows another one, where its reader may read that. The other keeps its own readers and is never copied; when
-- it is gone, this one still is a share, of nothing.
alter table posts
    add column shares boolean not null default false,
    add column shared_id uuid constraint posts_shared references posts on delete set null,
    add constraint posts_share_says_so check (shares or shared_id is null);
create index posts_by_shared on posts (shared_id) where shared_id is not null;
