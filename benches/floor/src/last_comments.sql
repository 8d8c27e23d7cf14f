select c.id, c.post_id, c.parent_id, c.body_html, c.lang, c.created_at, c.edited_at is not null as edited,
       a.id as author_id, a.name as author, a.headline
from unnest($1::uuid[]) as given(id)
cross join lateral (
    select * from comments where post_id = given.id and deleted_at is null
    order by created_at desc, id desc limit 2) c
join members a on a.id = c.author_id
order by c.created_at, c.id
