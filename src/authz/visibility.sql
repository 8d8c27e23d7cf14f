-- Who may see what: one inlinable function per noun. `viewer` is a member's id; null is a visitor, who sees nothing.
-- Lists, pages, search, live fragments, notifications and mails all select from these: they cannot disagree.

-- Groups that someone who administers groups has entered openly, for a while (PRODUCT V7). A set, not a question for each
-- group: PostgreSQL puts only sets into the statements that ask.
create or replace function visited_groups(viewer uuid) returns table (group_id uuid) language sql stable parallel safe as $$
    select v.group_id from group_visits v join members me on me.id = v.member_id
    where v.member_id = viewer and v.left_at is null and v.ends_at > now()
      and me.site_role in ('groups_administrator', 'administrator') and me.suspended_at is null
$$;

-- Groups that the viewer administers: that they are there, never what is in them.
create or replace function administered_groups(viewer uuid) returns setof groups language sql stable parallel safe as $$
    select g.* from groups g
    where g.deleted_at is null
      and exists (select 1 from members me where me.id = viewer and me.suspended_at is null
                  and me.site_role in ('groups_administrator', 'administrator'))
$$;

-- Groups whose content the viewer may read: their own, open ones unless they are a guest of the platform, and those
-- they visit as an administrator.
create or replace function readable_groups(viewer uuid) returns setof groups language sql stable parallel safe as $$
    select g.* from groups g
    where g.deleted_at is null
      and (exists (select 1 from memberships m where m.group_id = g.id and m.member_id = viewer)
           or (g.level = 'open' and exists (select 1 from members me where me.id = viewer and not me.external))
           or exists (select 1 from visited_groups(viewer) v where v.group_id = g.id))
$$;

-- Groups whose existence the viewer may know: wider by the private ones, and by those they are invited to.
create or replace function visible_groups(viewer uuid) returns setof groups language sql stable parallel safe as $$
    select g.* from groups g
    where g.deleted_at is null
      and (exists (select 1 from memberships m where m.group_id = g.id and m.member_id = viewer)
           or (g.level in ('open', 'private') and exists (select 1 from members me where me.id = viewer and not me.external))
           or exists (select 1 from invitations i where i.group_id = g.id and i.member_id = viewer
                      and i.answered_at is null and i.revoked_at is null and i.expires_at > now())
           or exists (select 1 from visited_groups(viewer) v where v.group_id = g.id))
$$;

-- People the viewer may know: everybody for members; for guests themselves and those who share a group with them.
create or replace function visible_members(viewer uuid) returns setof members language sql stable parallel safe as $$
    select p.* from members p
    where p.erased_at is null
      and (p.id = viewer
           or exists (select 1 from members me where me.id = viewer and not me.external)
           or exists (select 1 from memberships mine join memberships theirs on theirs.group_id = mine.group_id
                      where mine.member_id = viewer and theirs.member_id = p.id))
$$;

-- Who is in a group: oneself, and for those who may read the group everybody in it, unless the group keeps its list to
-- some of its roles. Who manages a group is never kept. Who reads an open group from outside counts as a member.
create or replace function visible_memberships(viewer uuid) returns setof memberships language sql stable parallel safe as $$
    select m.* from memberships m
    where exists (select 1 from readable_groups(viewer) g
                  where g.id = m.group_id
                    and (g.may_see_members = 'guest' or m.member_id = viewer or m.role = 'manager'
                         or role_reaches(coalesce((select mine.role from memberships mine where mine.group_id = g.id and mine.member_id = viewer), 'member'),
                                         g.may_see_members)))
$$;

-- The groups in which a post stands: its own, and for a discussion of several groups the others.
create or replace function post_groups(post uuid) returns table (group_id uuid) language sql stable parallel safe as $$
    select p.group_id from posts p where p.id = post
    union all
    select j.group_id from joint_posts j where j.post_id = post
$$;

-- The group in which a person meets a discussion of several: one to which they belong, if there is one, and among these the
-- post's own. None, where they may read none of them. Called for such posts alone, so that statements about others do not
-- carry it along.
create or replace function met_in(viewer uuid, post uuid) returns uuid language sql stable parallel safe as $$
    select g.id from posts p
    join post_groups(p.id) s on true
    join readable_groups(viewer) g on g.id = s.group_id
    where p.id = post
    order by not exists (select 1 from memberships m where m.group_id = g.id and m.member_id = viewer), g.id <> p.group_id, g.id
    limit 1
$$;

-- Posts that the viewer may read, each in the group in which they meet it. That is the post's own group, but for a
-- discussion of several groups (PRODUCT F5): there it is one to which the viewer belongs, if there is one. A group that they
-- may not read never stands in these rows. Whoever looks for the posts of a group begins with the table: no index knows where
-- somebody meets a post.
create or replace function visible_posts(viewer uuid) returns setof posts language sql stable parallel safe as $$
    select p.id, case when p.joint then met_in(viewer, p.id) else p.group_id end, p.author_id, p.title, p.body, p.body_html, p.excerpt,
           p.words, p.lang, p.created_at, p.published_at, p.edited_at, p.deleted_at, p.deleted_by, p.anonymised_at, p.pinned_at,
           p.pinned_by, p.pinned_until, p.asks_since, p.reminded_at, p.comments_closed_at, p.shares, p.shared_id, p.preview_id,
           p.preview_off, p.joint
    from posts p
    where p.deleted_at is null
      and exists (select 1 from readable_groups(viewer) g where g.id = case when p.joint then met_in(viewer, p.id) else p.group_id end)
$$;

-- Posts in the bin: for their author, and for the managers of their group.
create or replace function visible_deleted_posts(viewer uuid) returns setof posts language sql stable parallel safe as $$
    select p.* from posts p
    where p.deleted_at is not null
      and exists (select 1 from readable_groups(viewer) g where g.id = p.group_id)
      and (p.author_id = viewer
           or exists (select 1 from memberships m where m.group_id = p.group_id and m.member_id = viewer and m.role = 'manager'))
$$;

-- What someone is writing: their own, and what is planned in a group for those who publish there.
create or replace function visible_drafts(viewer uuid) returns setof drafts language sql stable parallel safe as $$
    select d.* from drafts d
    where d.discarded_at is null
      and (d.author_id = viewer
           or (d.publish_at is not null
               and exists (select 1 from memberships m join groups g on g.id = m.group_id
                           where (m.group_id = d.group_id or (d.joint and m.group_id = any (d.also)))
                             and m.member_id = viewer and m.role in ('manager', 'publisher') and g.deleted_at is null)))
$$;

create or replace function visible_comments(viewer uuid) returns setof comments language sql stable parallel safe as $$
    select c.* from comments c
    where c.deleted_at is null
      and exists (select 1 from visible_posts(viewer) p where p.id = c.post_id)
$$;

create or replace function visible_deleted_comments(viewer uuid) returns setof comments language sql stable parallel safe as $$
    select c.* from comments c
    where c.deleted_at is not null
      and exists (select 1 from visible_posts(viewer) p where p.id = c.post_id
                  and (c.author_id = viewer
                       or exists (select 1 from memberships m where m.group_id = p.group_id and m.member_id = viewer and m.role = 'manager')))
$$;

-- Pictures: of a post or a comment one may read, of a group one may know, or one's own that is not placed yet.
create or replace function visible_pictures(viewer uuid) returns setof pictures language sql stable parallel safe as $$
    select i.* from pictures i
    where case
        when i.post_id is not null then
            exists (select 1 from visible_posts(viewer) p where p.id = i.post_id)
            or exists (select 1 from visible_deleted_posts(viewer) p where p.id = i.post_id)
        when i.comment_id is not null then exists (select 1 from visible_comments(viewer) c where c.id = i.comment_id)
        when i.group_id is not null then exists (select 1 from visible_groups(viewer) g where g.id = i.group_id)
        when i.poll_id is not null then
            exists (select 1 from visible_posts(viewer) p where p.id = i.poll_id)
            or exists (select 1 from visible_deleted_posts(viewer) p where p.id = i.poll_id)
        when i.preview_id is not null then
            exists (select 1 from visible_posts(viewer) p where p.preview_id = i.preview_id and not p.preview_off)
        else i.uploader_id = viewer
    end
$$;

-- Files: of a post one may read, or may take out of the bin; or one's own that are not placed yet.
create or replace function visible_files(viewer uuid) returns setof files language sql stable parallel safe as $$
    select f.* from files f
    where case
        when f.post_id is not null then
            exists (select 1 from visible_posts(viewer) p where p.id = f.post_id)
            or exists (select 1 from visible_deleted_posts(viewer) p where p.id = f.post_id)
        else f.uploader_id = viewer
    end
$$;

-- Lines of one's inbox whose thing one may still see.
create or replace function visible_notices(viewer uuid) returns setof notices language sql stable parallel safe as $$
    select n.* from notices n
    where n.member_id = viewer
      and (n.group_id is null or exists (select 1 from visible_groups(viewer) g where g.id = n.group_id))
      and (n.post_id is null or exists (select 1 from visible_posts(viewer) p where p.id = n.post_id))
      and (n.comment_id is null or exists (select 1 from visible_comments(viewer) c where c.id = n.comment_id))
$$;

-- What a viewer is to each group they may know: the facts that the rules of policy.rs need, in one row.
create or replace function group_standings(viewer uuid) returns table (
    group_id uuid, slug text, level text, role text, readable boolean, asked boolean, archived boolean, last_manager boolean, external boolean,
    may text[], source boolean, locked boolean, visiting boolean
) language sql stable parallel safe as $$
    select g.id, g.slug, g.level, mine.role,
           mine.role is not null or (g.level = 'open' and not me.external) or exists (select 1 from visited_groups(viewer) v where v.group_id = g.id),
           exists (select 1 from join_requests r where r.group_id = g.id and r.member_id = viewer and r.decided_at is null),
           g.archived_at is not null,
           coalesce(mine.role = 'manager', false) and not exists (
               select 1 from memberships other where other.group_id = g.id and other.role = 'manager' and other.member_id <> viewer),
           me.external,
           array[publishing_role(g.may_publish, g.source_since), g.may_comment, g.may_react, g.may_invite, g.may_see_members, g.may_receive],
           g.source_since is not null, g.locked_since is not null, mine.role is null and exists (select 1 from visited_groups(viewer) v where v.group_id = g.id)
    from visible_groups(viewer) g
    join members me on me.id = viewer
    left join memberships mine on mine.group_id = g.id and mine.member_id = viewer
$$;

-- The same for the groups one belongs to, which is most of what is asked: whoever belongs reads, has nothing to ask for
-- and is no visitor. And since when one reads along.
create or replace function own_standings(viewer uuid) returns table (
    group_id uuid, slug text, level text, role text, archived boolean, external boolean, may text[], source boolean, locked boolean,
    name text, icon text, hue text, read_before timestamptz
) language sql stable parallel safe as $$
    select g.id, g.slug, g.level, mine.role, g.archived_at is not null, me.external,
           array[publishing_role(g.may_publish, g.source_since), g.may_comment, g.may_react, g.may_invite, g.may_see_members, g.may_receive],
           g.source_since is not null, g.locked_since is not null,
           g.name, g.icon, g.hue, greatest(mine.since, me.read_before)
    from memberships mine
    join groups g on g.id = mine.group_id and g.deleted_at is null
    join members me on me.id = mine.member_id
    where mine.member_id = viewer
$$;

-- The other way round: who may read a group. For "who will see this", mentions and recipients.
create or replace function group_readers(gid uuid) returns setof members language sql stable parallel safe as $$
    select p.* from members p
    where p.erased_at is null and p.suspended_at is null
      and exists (select 1 from groups g where g.id = gid and g.deleted_at is null
                  and (exists (select 1 from memberships m where m.group_id = g.id and m.member_id = p.id)
                       or (g.level = 'open' and not p.external)))
$$;

-- Who may read a post: the readers of its groups.
create or replace function post_readers(post uuid) returns setof members language sql stable parallel safe as $$
    select p.* from members p
    where p.erased_at is null and p.suspended_at is null
      and exists (select 1 from post_groups(post) s join groups g on g.id = s.group_id and g.deleted_at is null
                  where exists (select 1 from memberships m where m.group_id = g.id and m.member_id = p.id)
                     or (g.level = 'open' and not p.external))
$$;

-- How many people the community has: the sum of its changes, so that they need not be counted each time.
create or replace view community_size as select coalesce(sum(c.people), 0)::bigint as people from community_sizes c;

-- How many members a group has, and how many of them cannot come in.
create or replace function group_size(gid uuid) returns bigint language sql stable parallel safe as $$
    select coalesce(sum(s.people), 0)::bigint from group_sizes s where s.group_id = gid
$$;
create or replace function group_away(gid uuid) returns bigint language sql stable parallel safe as $$
    select count(*) from members p join memberships m on m.member_id = p.id
    where m.group_id = gid and (p.suspended_at is not null or p.erased_at is not null)
$$;

-- How many the readers of a group are, and how many of them its guests.
create or replace function group_reader_counts(gid uuid) returns table (people bigint, guests bigint) language sql stable parallel safe as $$
    select case when g.level = 'open' then (select c.people from community_size c) + guests.n else inside.n end, guests.n
    from groups g
    cross join lateral (
        select count(*) as n from memberships m
        where m.group_id = g.id and m.role = 'guest'
          and m.member_id not in (select p.id from members p where p.suspended_at is not null or p.erased_at is not null)) guests
    cross join lateral (select case when g.level <> 'open' then group_size(g.id) - group_away(g.id) end as n) inside
    where g.id = gid and g.deleted_at is null
$$;

-- Groups a viewer may publish in.
create or replace function publishing_groups(viewer uuid) returns setof groups language sql stable parallel safe as $$
    select g.* from memberships mine join groups g on g.id = mine.group_id
    where mine.member_id = viewer and g.deleted_at is null and g.archived_at is null
      and role_reaches(mine.role, publishing_role(g.may_publish, g.source_since))
$$;

-- Groups a viewer may bring posts of other groups into.
create or replace function receiving_groups(viewer uuid) returns setof groups language sql stable parallel safe as $$
    select g.* from publishing_groups(viewer) g
    join memberships mine on mine.group_id = g.id and mine.member_id = viewer and role_reaches(mine.role, g.may_receive)
$$;

-- The viewer's own moves of posts that still stand where they were moved to: for a post its last one of those that were not
-- taken back.
create or replace function visible_moves(viewer uuid) returns setof post_moves language sql stable parallel safe as $$
    select m.* from post_moves m
    where m.moved_by = viewer and m.undone_at is null
      and exists (select 1 from visible_posts(viewer) p where p.id = m.post_id and p.group_id = m.to_group)
      and not exists (select 1 from post_moves later where later.post_id = m.post_id and later.undone_at is null and (later.moved_at, later.id) > (m.moved_at, m.id))
$$;

-- Discussions that the viewer took out of a group: while they are there and were not moved since, which would open them to
-- people for whom they are not meant any more.
create or replace function visible_withdrawals(viewer uuid) returns setof joint_withdrawals language sql stable parallel safe as $$
    select w.* from joint_withdrawals w
    where w.withdrawn_by = viewer
      and exists (select 1 from posts p where p.id = w.post_id and p.deleted_at is null)
      and not exists (select 1 from post_moves m where m.post_id = w.post_id and m.undone_at is null and m.moved_at >= w.withdrawn_at)
$$;

-- Groups a viewer may publish in, and who would read it there: the group's members, and where it is open all members of
-- the community with the group's guests. How many the community has, a guest is not told: null.
create or replace function publish_targets(viewer uuid) returns table (
    group_id uuid, slug text, name text, level text, people bigint, guests bigint
) language sql stable parallel safe as $$
    select g.id, g.slug, g.name, g.level, case when g.level <> 'open' or not me.external then readers.people end, readers.guests
    from publishing_groups(viewer) g
    join members me on me.id = viewer
    cross join lateral group_reader_counts(g.id) readers
$$;

-- How many read what is published in these groups, each person once. As with one group: of an open one all members of the
-- community read.
create or replace function groups_reader_counts(gids uuid[]) returns table (groups bigint, opened boolean, people bigint, guests bigint)
language sql stable parallel safe as $$
    with chosen as materialized (select g.id, g.level from groups g where g.id = any (gids) and g.deleted_at is null),
    inside as materialized (
        select m.member_id, bool_and(p.external) as external
        from memberships m join members p on p.id = m.member_id and p.suspended_at is null and p.erased_at is null
        where m.group_id in (select c.id from chosen c) group by m.member_id)
    select (select count(*) from chosen), o.opened,
           case when not o.opened then (select count(*) from inside)
                else (select count(*) from inside i where i.external) + (select c.people from community_size c) end,
           (select count(*) from inside i where i.external)
    from (select exists (select 1 from chosen c where c.level = 'open') as opened) o
$$;

-- The same, of groups in which the viewer may publish and of no others. How many the community has, a guest is not told.
create or replace function union_readers(viewer uuid, gids uuid[]) returns table (groups bigint, opened boolean, people bigint, guests bigint)
language sql stable parallel safe as $$
    select c.groups, c.opened,
           case when not c.opened or exists (select 1 from members me where me.id = viewer and not me.external) then c.people end, c.guests
    from groups_reader_counts(array(select g.id from publishing_groups(viewer) g where g.id = any (gids))) c
$$;

-- Templates of publications: for those who publish in their group.
create or replace function visible_post_templates(viewer uuid) returns setof post_templates language sql stable parallel safe as $$
    select t.* from post_templates t join publishing_groups(viewer) g on g.id = t.group_id
$$;

-- Key dates: of one's groups, and those of the platform for whoever is not from outside.
create or replace function visible_key_dates(viewer uuid) returns setof key_dates language sql stable parallel safe as $$
    select d.* from key_dates d
    where (d.group_id is null and exists (select 1 from members me where me.id = viewer and not me.external))
       or exists (select 1 from memberships m join groups g on g.id = m.group_id and g.deleted_at is null
                  where m.group_id = d.group_id and m.member_id = viewer)
$$;

-- Absences: one's own, and those of people whom one meets in a group.
create or replace function visible_absences(viewer uuid) returns setof absences language sql stable parallel safe as $$
    select a.* from absences a
    where a.member_id = viewer
       or exists (select 1 from visible_memberships(viewer) theirs
                  join memberships mine on mine.group_id = theirs.group_id and mine.member_id = viewer
                  where theirs.member_id = a.member_id)
$$;

-- Groups in the bin: for those who managed them.
create or replace function visible_deleted_groups(viewer uuid) returns setof groups language sql stable parallel safe as $$
    select g.* from groups g
    where g.deleted_at is not null
      and exists (select 1 from memberships m where m.group_id = g.id and m.member_id = viewer and m.role = 'manager')
$$;

-- What profiles say: of people the viewer may know, in fields meant for them. Oneself sees all of one's own.
create or replace function visible_field_values(viewer uuid) returns setof field_values language sql stable parallel safe as $$
    select v.* from field_values v join fields f on f.id = v.field_id
    where f.archived_at is null
      and exists (select 1 from visible_members(viewer) p where p.id = v.member_id)
      and (v.member_id = viewer
           or f.visibility = 'guests'
           or exists (select 1 from members me where me.id = viewer
                      and (me.site_role in ('administrator', 'people_administrator')
                           or (not me.external
                               and (f.visibility = 'members'
                                    or (f.visibility = 'groups'
                                        and exists (select 1 from memberships mine join memberships theirs on theirs.group_id = mine.group_id
                                                    where mine.member_id = viewer and theirs.member_id = v.member_id)))))))
$$;

-- The people whom a set of terms describes: for each field among them, one of its terms. Nobody where there is none.
-- Only fields that every member may read can be in a set, so this tells no one what they could not look up.
create or replace function people_of_terms(terms int[]) returns setof members language sql stable parallel safe as $$
    select p.* from members p
    where p.erased_at is null and cardinality(terms) > 0
      and not exists (
          select 1 from (select distinct t.field_id from field_terms t where t.id = any(terms)) asked
          where not exists (select 1 from field_values v
                            where v.member_id = p.id and v.field_id = asked.field_id and v.term_id = any(terms)))
$$;

-- Rings shown now: of people the viewer may know; those of a group as far as its list of members may be read.
create or replace function visible_rings(viewer uuid) returns setof ring_grants language sql stable parallel safe as $$
    select r.* from ring_grants r join ring_kinds k on k.id = r.ring_id
    where r.shown and k.archived_at is null
      and exists (select 1 from visible_members(viewer) p where p.id = r.member_id)
      and (r.group_id is null
           or exists (select 1 from visible_memberships(viewer) m where m.group_id = r.group_id and m.member_id = r.member_id))
$$;

-- The directory: people the viewer may know whom every word finds (in name, headline and place, give or take a typing
-- error, or in a value of a field that may be read), and which of the wanted filters each of them meets: numbers of
-- fields, 0 for the groups, -1 for the rings. Filters by fields that may not be read meet nobody.
create or replace function found_members(viewer uuid, words text[], readable int[], wanted_fields int[], wanted_terms int[], wanted_groups text[], wanted_rings int[])
returns table (member_id uuid, met int[]) language sql stable parallel safe as $$
    with asked as (select distinct folded(w) as word from unnest(words) w),
    hits as (
        select a.word, p.id from asked a join members p on p.search like '%' || a.word || '%' or a.word <% p.search
        union
        select a.word, v.member_id
        from asked a join field_terms t on t.field_id = any (readable) and t.folded like '%' || a.word || '%'
        join field_values v on v.term_id = t.id),
    hit as (select h.id from hits h group by h.id having count(*) = (select count(*) from asked)),
    got as (
        select v.member_id, v.field_id
        from unnest(wanted_fields, wanted_terms) w(field_id, term_id)
        join field_values v on v.field_id = w.field_id and v.term_id = w.term_id
        where w.field_id = any (readable)
        union
        select m.member_id, 0 from readable_groups(viewer) g join memberships m on m.group_id = g.id
        where g.slug = any (wanted_groups)
        union
        select r.member_id, -1 from visible_rings(viewer) r where r.ring_id = any (wanted_rings)),
    met as (select g.member_id, array_agg(g.field_id) as fields from got g group by g.member_id),
    -- By their words; without words everybody, but guests know few, who are found by their groups.
    found as (
        select p.id from hit join visible_members(viewer) p on p.id = hit.id
        where cardinality(words) > 0 and p.suspended_at is null
        union all
        select p.id from visible_members(viewer) p
        where cardinality(words) = 0 and p.suspended_at is null
          and exists (select 1 from members me where me.id = viewer and not me.external)
        union all
        select p.id from (select viewer as id union
                          select theirs.member_id from memberships mine join memberships theirs on theirs.group_id = mine.group_id
                          where mine.member_id = viewer) near
        join members p on p.id = near.id
        where cardinality(words) = 0 and p.suspended_at is null and p.erased_at is null
          and exists (select 1 from members me where me.id = viewer and me.external))
    select f.id, coalesce(met.fields, '{}') from found f left join met on met.member_id = f.id
$$;

-- What someone is still to fill in. A list with nothing on it is asked of nobody: it could not be answered.
create or replace function owed_fields(person uuid) returns setof fields language sql stable parallel safe as $$
    select f.* from fields f
    where f.required and f.by_member and f.archived_at is null
      and (f.kind not in ('choice', 'choices') or f.opens
           or exists (select 1 from field_terms t where t.field_id = f.id and t.archived_at is null))
      and not exists (select 1 from field_values v where v.member_id = person and v.field_id = f.id)
$$;

-- The newest texts with these words that the viewer may read, and how well each fits; `marks` narrow further, to groups,
-- authors, months, kinds. What is not to be seen takes no place among the newest, and is seen by none of its words.
-- Where `among` is a number, no more than so many of the newest texts of all are read, one after the other: words that
-- stand in every other text are found at once that way, and those that do not are looked for in the index.
create or replace function found_texts(viewer uuid, question tsquery, marks tsquery, since timestamptz, most bigint,
                                       label uuid default null, among bigint default null)
returns table (id uuid, kind text, post_id uuid, group_id uuid, author_id uuid, at timestamptz, fit real) language sql stable parallel safe as $$
    with asked as materialized (select question as words, question && marks as narrow),
    mine as materialized (select g.id from readable_groups(viewer) g),
    newest as materialized (
        select t.*
        from asked cross join lateral (
            select s.id, s.kind, s.post_id, s.group_id, s.author_id, s.at, s.words
            from search_texts s where among is null and s.words @@ asked.narrow
            union all
            select r.*
            from (select s.id, s.kind, s.post_id, s.group_id, s.author_id, s.at, s.words
                  from search_texts s where among is not null order by s.at desc, s.id desc limit among) r
            where r.words @@ asked.narrow) t
        where (t.group_id in (select mine.id from mine)
               or exists (select 1 from joint_posts j where j.post_id = t.post_id and j.group_id in (select mine.id from mine)))
          and (since is null or t.at >= since)
          and (label is null
               or exists (select 1 from post_labels pl join labels l on l.id = pl.label_id and l.archived_at is null
                          where pl.post_id = t.post_id and pl.label_id = label and (l.group_id is null or l.group_id = t.group_id)))
        order by t.at desc, t.id desc limit most)
    select n.id, n.kind, n.post_id, p.group_id, n.author_id, n.at, ts_rank('{0.1, 0.2, 0.4, 1.0}', n.words, asked.words, 1)
    from newest n cross join asked join visible_posts(viewer) p on p.id = n.post_id
    where (n.kind <> 'comment' or exists (select 1 from visible_comments(viewer) c where c.id = n.id))
$$;

-- The steps of the gate that someone still stands before, in order; a charter will be the first of them. Whoever can
-- change what is asked is never held by it.
create or replace function gate_steps(person uuid) returns text[] language sql stable parallel safe as $$
    select array_remove(array[
        case when m.site_role not in ('administrator', 'people_administrator')
              and exists (select 1 from owed_fields(m.id) f where m.gate_since is not null or f.due_on < current_date) then 'fields' end,
        case when m.gate_since is not null and g.welcome_fr <> '' and 'welcome' <> all (m.gate_passed) then 'welcome' end,
        case when m.gate_since is not null and g.introduction and 'introduction' <> all (m.gate_passed) then 'introduction' end], null)
    from members m left join gate_settings g on true where m.id = person
$$;

-- Surveys: those that are asked, for whoever may read the post that announces them; drafts for who writes them and for
-- the managers of the group.
create or replace function visible_surveys(viewer uuid) returns setof surveys language sql stable parallel safe as $$
    select s.* from surveys s join visible_posts(viewer) p on p.id = s.post_id
    union all
    select s.* from surveys s
    join memberships m on m.group_id = s.group_id and m.member_id = viewer
    join groups g on g.id = s.group_id and g.deleted_at is null
    where s.post_id is null and (s.author_id = viewer or m.role = 'manager')
$$;

-- The survey that a post one may read announces, as one's own card shows it.
create or replace function visible_survey(viewer uuid, post uuid) returns jsonb language sql stable parallel safe as $$
    select survey_as_told(s.id) || jsonb_build_object(
        'told', survey_is_told(s.id, viewer),
        'mine', exists (select 1 from survey_parts v where v.survey_id = s.id and v.member_id = viewer),
        'begun', exists (select 1 from survey_begun b where b.survey_id = s.id and b.member_id = viewer))
    from visible_posts(viewer) p join surveys s on s.post_id = p.id where p.id = post
$$;

-- The poll of a post one may read, as one's own card shows it: what one chose, and results where one may see them.
create or replace function visible_poll(viewer uuid, post uuid) returns jsonb language sql stable parallel safe as $$
    select poll_as_told(p.id, poll_is_told(p.id, viewer)) || jsonb_build_object(
        'voted', exists (select 1 from poll_voters v where v.post_id = p.id and v.member_id = viewer),
        'mine', (select coalesce(jsonb_agg(jsonb_build_object('number', b.number, 'maybe', b.maybe)), '[]')
                 from poll_votes b where b.post_id = p.id and b.member_id = viewer))
    from visible_posts(viewer) p where p.id = post
$$;

-- The newest texts with hashtags that the viewer may read, and which they carry: for lists of hashtags.
create or replace function tagged_texts(viewer uuid, most bigint)
returns table (id uuid, post_id uuid, group_id uuid, hashtags text[]) language sql stable parallel safe as $$
    with mine as materialized (select g.id from readable_groups(viewer) g),
    newest as materialized (
        select t.id, t.kind, t.post_id, t.group_id, t.hashtags
        from search_texts t
        where t.hashtags <> '{}'
          and (t.group_id in (select mine.id from mine)
               or exists (select 1 from joint_posts j where j.post_id = t.post_id and j.group_id in (select mine.id from mine)))
        order by t.at desc, t.id desc limit most)
    select n.id, n.post_id, p.group_id, n.hashtags
    from newest n join visible_posts(viewer) p on p.id = n.post_id
    where (n.kind <> 'comment' or exists (select 1 from visible_comments(viewer) c where c.id = n.id))
$$;

-- Labels in use: those of the platform for whoever is signed in, those of a group for whoever may read it.
create or replace function visible_labels(viewer uuid) returns setof labels language sql stable parallel safe as $$
    select l.* from labels l
    where l.archived_at is null
      and case when l.group_id is null then exists (select 1 from members me where me.id = viewer and me.suspended_at is null)
               else exists (select 1 from readable_groups(viewer) g where g.id = l.group_id) end
$$;

-- Which post one may read carries which label: one of its own group, or of the platform.
create or replace function visible_post_labels(viewer uuid)
returns table (post_id uuid, label_id uuid, group_id uuid, published_at timestamptz) language sql stable parallel safe as $$
    select pl.post_id, pl.label_id, p.group_id, p.published_at
    from post_labels pl
    join labels l on l.id = pl.label_id and l.archived_at is null
    join visible_posts(viewer) p on p.id = pl.post_id and (l.group_id is null or l.group_id = p.group_id)
$$;

-- The posts that were published at once with this one, in other groups: those that the viewer may read.
create or replace function posts_beside(viewer uuid, post uuid) returns jsonb language sql stable parallel safe as $$
    select jsonb_agg(jsonb_build_object('id', p.id, 'group', g.name) order by folded(g.name), g.id)
    from posts_together this
    join posts_together other on other.together = this.together and other.post_id <> this.post_id
    join visible_posts(viewer) p on p.id = other.post_id
    join groups g on g.id = p.group_id
    where this.post_id = post and exists (select 1 from visible_posts(viewer) mine where mine.id = post)
$$;

-- The groups in which a discussion of several stands: those that the viewer may know, by name, and whether there are more.
create or replace function joint_groups(viewer uuid, post uuid) returns jsonb language sql stable parallel safe as $$
    select jsonb_build_object(
        'groups', coalesce(jsonb_agg(jsonb_build_object('slug', g.slug, 'name', g.name, 'manages', coalesce(mine.role = 'manager', false))
                                     order by folded(g.name), g.id) filter (where g.id is not null), '[]'),
        'more', count(*) > count(g.id))
    from visible_posts(viewer) p
    join post_groups(p.id) s on true
    left join visible_groups(viewer) g on g.id = s.group_id
    left join memberships mine on mine.group_id = g.id and mine.member_id = viewer
    where p.id = post
$$;

-- Whether a group is the post's own: always, but for a discussion of several groups.
create or replace function is_own_group(post uuid, gid uuid) returns boolean language sql stable parallel safe as $$
    select not exists (select 1 from joint_posts j where j.post_id = post and j.group_id = gid)
$$;

-- How many read a discussion of several groups, its author aside.
create or replace function joint_reader_count(post uuid) returns bigint language sql stable parallel safe as $$
    select c.people - (select count(*) from posts p join post_readers(p.id) r on r.id = p.author_id where p.id = post)
    from groups_reader_counts(array(select s.group_id from post_groups(post) s)) c
$$;

-- The newest discussions of several groups in the viewer's feed, each once, in the group in which they meet it. Not in the
-- language of SQL, so that feeds without any do not carry it along.
create or replace function joint_feed(viewer uuid, before timestamptz, before_id uuid, unread boolean, most bigint)
returns table (id uuid, published_at timestamptz, group_id uuid) language plpgsql stable parallel safe as $$
#variable_conflict use_column
begin
    return query
    with mine as materialized (select m.group_id, m.read_before from own_standings(viewer) m)
    select distinct on (shared.published_at, shared.post_id) shared.post_id, shared.published_at, mine.group_id
    from mine
    cross join lateral (
        select j.post_id, j.published_at
        from joint_posts j join posts q on q.id = j.post_id and q.deleted_at is null
        where j.group_id = mine.group_id and (j.published_at, j.post_id) < (before, before_id)
          and q.group_id not in (select other.group_id from mine other)
          and (not unread or (q.author_id <> viewer and q.published_at > mine.read_before
               and not exists (select 1 from post_views v where v.post_id = q.id and v.member_id = viewer)))
        order by j.published_at desc, j.post_id desc limit most) shared
    order by shared.published_at desc, shared.post_id desc, mine.group_id limit most;
end $$;

-- Whether the newest discussion that others have with a group waits for the viewer.
create or replace function joint_waits(viewer uuid, gid uuid, read_before timestamptz) returns boolean language sql stable parallel safe as $$
    select coalesce((select q.author_id <> viewer and q.published_at > read_before
                            and not exists (select 1 from post_views v where v.post_id = q.id and v.member_id = viewer)
                     from joint_posts j join posts q on q.id = j.post_id and q.deleted_at is null
                     where j.group_id = gid order by j.published_at desc, j.post_id desc limit 1), false)
$$;

-- A post as a share of it shows it to those who may read it, wherever the share stands. Nothing, for the others.
create or replace function shared_post(viewer uuid, shared uuid) returns jsonb language sql stable parallel safe as $$
    select jsonb_build_object(
        'id', p.id, 'title', p.title, 'excerpt', left(p.excerpt, 300), 'lang', p.lang, 'at', p.published_at, 'author', a.name,
        'group', g.name, 'slug', g.slug, 'icon', g.icon, 'hue', g.hue, 'closed', g.level <> 'open',
        'question', (select q.question from polls q where q.post_id = p.id),
        'picture', (select to_jsonb(i) from (select id, alt, width, height from pictures where post_id = p.id order by position, id limit 1) i))
    from visible_posts(viewer) p join groups g on g.id = p.group_id
    left join visible_members(viewer) a on a.id = p.author_id and p.anonymised_at is null
    where p.id = shared
$$;
