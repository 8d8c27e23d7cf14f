select post_id as id, emoji, count(*) as count, bool_or(member_id = $1) as mine
from post_reactions where post_id = any($2) group by post_id, emoji order by post_id, min(at)
