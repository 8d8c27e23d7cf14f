select comment_id as id, emoji, count(*) as count, bool_or(member_id = $1) as mine
from comment_reactions where comment_id = any($2) group by comment_id, emoji order by comment_id, min(at)
