with roots as materialized (
    select id from comments
    where post_id = $1 and parent_id is null and deleted_at is null
    order by created_at desc, id desc limit $2)
select c.id, c.post_id, c.parent_id, c.body_html, c.lang, c.created_at, c.edited_at is not null as edited,
       a.id as author_id, a.name as author, a.headline
from (select * from comments where id in (select id from roots)
      union all
      select * from comments where parent_id in (select id from roots) and deleted_at is null) c
join members a on a.id = c.author_id
order by c.created_at, c.id
