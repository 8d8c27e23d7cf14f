select p.id, p.title, p.body_html, p.lang, p.published_at, p.edited_at is not null as edited,
       (select count(*) from post_views v where v.post_id = p.id) as views,
       p.author_id <> $1 and p.published_at > me.read_before
           and not exists (select 1 from post_views v where v.post_id = p.id and v.member_id = $1) as unread,
       (select count(*) from comments c where c.post_id = p.id and c.deleted_at is null) as comments,
       a.id as author_id, a.name as author, a.headline, g.slug, g.name as group_name, g.level, g.icon, g.hue
from posts p
join members a on a.id = p.author_id
join groups g on g.id = p.group_id
join members me on me.id = $1
where p.id = $2 and p.deleted_at is null
