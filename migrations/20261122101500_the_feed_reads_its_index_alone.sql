-- The newest posts of a group with their authors: what is unread is told without reading a post.
drop index posts_by_group;
create index posts_by_group on posts (group_id, published_at desc, id desc) include (author_id) where deleted_at is null;

-- Which groups an administrator visits has become a set, visited_groups.
drop function if exists visiting(uuid, uuid);
