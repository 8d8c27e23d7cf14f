with newest as materialized (
    select p.id, p.published_at, m.since
    from memberships m
    cross join lateral (
        select id, published_at from posts
        where group_id = m.group_id and deleted_at is null
        order by published_at desc, id desc limit $2) p
    where m.member_id = $1
    order by p.published_at desc, p.id desc limit $2)
select p.id, p.title, p.body_html, p.lang, p.published_at, p.edited_at is not null as edited,
       (select count(*) from post_views v where v.post_id = p.id) as views,
       p.author_id <> $1 and p.published_at > greatest(n.since, me.read_before)
           and not exists (select 1 from post_views v where v.post_id = p.id and v.member_id = $1) as unread,
       (select count(*) from comments c where c.post_id = p.id and c.deleted_at is null) as comments,
       a.id as author_id, a.name as author, a.headline, g.slug, g.name as group_name, g.level, g.icon, g.hue
from newest n
join posts p on p.id = n.id
join members a on a.id = p.author_id
join groups g on g.id = p.group_id
join members me on me.id = $1
order by n.published_at desc, n.id desc
