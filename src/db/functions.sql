-- Replaceable helpers, re-applied on each migration.

-- Text without accents and in small letters, for names that are looked for. Immutable, so that indexes may use it.
create or replace function folded(text) returns text language sql immutable strict parallel safe as $$
    select lower(public.unaccent('public.unaccent', $1))
$$;

-- Whether a role reaches at least another one: guest, member, publisher, manager.
create or replace function role_reaches(role text, floor_role text) returns boolean language sql immutable parallel safe as $$
    select array_position(array['guest', 'member', 'publisher', 'manager'], role)
        >= array_position(array['guest', 'member', 'publisher', 'manager'], floor_role)
$$;

-- The least role that publishes in a group: in a source, managers alone.
create or replace function publishing_role(may_publish text, source_since timestamptz) returns text language sql immutable parallel safe as $$
    select case when source_since is null then may_publish else 'manager' end
$$;

-- What somebody asks of the search, in the two languages: any of them may find it. Of `beginning`, which they may still be
-- typing, a part will do, if all of `before` stands there too. Words in quotes stand together, a minus rules out.
create or replace function search_question(whole text, before text, beginning text) returns tsquery language sql immutable parallel safe as $$
    select websearch_to_tsquery('public.words_fr', whole) || websearch_to_tsquery('public.words_en', whole)
        || case when beginning = '' then websearch_to_tsquery('public.words_plain', whole)
                else plainto_tsquery('public.words_plain', before) && to_tsquery('public.words_plain', '''' || beginning || ''':*') end
$$;

-- A text with what was found in it between two signs of the private area (U+E000, U+E001), whole or in excerpts.
create or replace function search_shown(lang text, words text, question tsquery, whole boolean) returns text language sql stable parallel safe as $$
    select case when strpos(stems, U&'\E000') > 0 then stems else ts_headline('public.words_plain', words, question, options) end
    from (select 'StartSel=' || U&'\E000' || ',StopSel=' || U&'\E001'
                 || case when whole then ',HighlightAll=true' else ',MaxFragments=2,MaxWords=28,MinWords=12,ShortWord=0,FragmentDelimiter=" … "' end as options) o
    cross join lateral (
        select ts_headline(case lang when 'en' then 'public.words_en' else 'public.words_fr' end::regconfig, words, question, options) as stems
        offset 0) h  -- without it the text would be gone through for each time that it is named
$$;

-- Whether a poll is told to someone: by what its author chose, and of anonymous ones only what is counted in batches.
create or replace function poll_is_told(post uuid, person uuid) returns boolean language sql stable parallel safe as $$
    select case q.results
            when 'always' then true
            when 'voted' then q.closed_at is not null or exists (select 1 from poll_voters v where v.post_id = q.post_id and v.member_id = person)
            when 'closed' then q.closed_at is not null
            else exists (select 1 from posts p where p.id = q.post_id and p.author_id = person) end
    from polls q where q.post_id = post
$$;

-- The choices of a poll in their order, and where they are told what each of them got.
create or replace function poll_choices_of(post uuid, told boolean) returns jsonb language sql stable parallel safe as $$
    select coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'text', c.text, 'at', c.at,
                'picture', (select to_jsonb(i) from (select id, alt, width, height from pictures where poll_id = c.post_id and choice = c.number limit 1) i),
                'votes', case when told then case when q.anonymous then c.counted else v.votes end end,
                'maybe', case when told then case when q.anonymous then c.counted_maybe else v.maybe end end) order by c.at, c.number), '[]')
    from poll_choices c
    join polls q on q.post_id = c.post_id
    left join lateral (
        select count(*) filter (where not b.maybe) as votes, count(*) filter (where b.maybe) as maybe
        from poll_votes b where b.post_id = c.post_id and b.number = c.number) v on told and not q.anonymous
    where c.post_id = post
$$;

-- A page on the web as posts show it; nothing, where there is nothing to show.
create or replace function preview_as_shown(preview uuid) returns jsonb language sql stable parallel safe as $$
    select jsonb_build_object(
        'url', v.url, 'title', v.title, 'description', v.description, 'site', v.site, 'film', v.film,
        'picture', (select to_jsonb(i) from (select id, width, height from pictures where preview_id = v.id limit 1) i))
    from previews v where v.id = preview and v.title <> ''
$$;

-- A poll as everybody who may see its results sees it.
create or replace function poll_as_told(post uuid, told boolean) returns jsonb language sql stable parallel safe as $$
    select to_jsonb(q) - 'seal_id' - 'post_id' || jsonb_build_object(
        'told', told,
        'voters', (select count(*) from poll_voters v where v.post_id = q.post_id),
        'choices', poll_choices_of(q.post_id, told))
    from polls q where q.post_id = post
$$;

-- Whether the results of a survey are told to someone: to its author and the managers of its group always, to others by
-- what its author chose.
create or replace function survey_is_told(survey uuid, person uuid) returns boolean language sql stable parallel safe as $$
    select s.author_id = person
        or exists (select 1 from memberships m where m.group_id = s.group_id and m.member_id = person and m.role = 'manager')
        or (s.results <> 'author' and s.closed_at is not null)
        or (s.results = 'answered' and exists (select 1 from survey_parts v where v.survey_id = s.id and v.member_id = person))
    from surveys s where s.id = survey
$$;

-- A survey as everybody who may see it sees it: what it is, and how many of those who could have answered.
create or replace function survey_as_told(survey uuid) returns jsonb language sql stable parallel safe as $$
    select jsonb_build_object('id', s.id, 'anonymous', s.anonymous, 'quiz', s.quiz is not null, 'closes_at', s.closes_at, 'closed_at', s.closed_at, 'round', s.round,
        'restarted_at', s.restarted_at, 'questions', jsonb_array_length(s.questions),
        'answered', (select count(*) from survey_parts v where v.survey_id = s.id),
        'asked', coalesce(s.asked, (select count(*) from memberships m join members p on p.id = m.member_id
                                    where m.group_id = s.group_id and p.suspended_at is null and p.erased_at is null)))
    from surveys s where s.id = survey
$$;

-- Moves all that hangs on one account to another: every column that refers to members, of whatever room. Where both have
-- a row that can stand once only, the row of the account that stays is kept. The account itself is ended by the caller.
create or replace function merge_members(keep uuid, gone uuid) returns void language plpgsql as $$
declare
    other members%rowtype;
    ref record;
    uni record;
    same text;
begin
    select * into other from members where id = gone;
    -- Memberships: the higher of the two roles, since the earlier day. Guests of a group who are members of the
    -- community by now belong to it as members.
    insert into memberships (group_id, member_id, role, since, notify, by_rule)
    select m.group_id, keep, case when m.role = 'guest' and not k.external then 'member' else m.role end, m.since, m.notify, m.by_rule
    from memberships m join members k on k.id = keep where m.member_id = gone
    on conflict (group_id, member_id) do update set
        role = case when role_reaches(memberships.role, excluded.role) then memberships.role else excluded.role end,
        since = least(memberships.since, excluded.since),
        by_rule = memberships.by_rule and excluded.by_rule;
    -- A field is filled in by one of them, whatever its number of values.
    delete from field_values v where v.member_id = gone and v.field_id in (select f.field_id from field_values f where f.member_id = keep);
    delete from sessions where member_id = gone;
    delete from tokens where member_id = gone;
    update posts set body_html = replace(body_html, gone::text, keep::text)
    where id in (select m.post_id from mentions m where m.member_id = gone and m.comment_id is null);
    update comments set body_html = replace(body_html, gone::text, keep::text)
    where id in (select m.comment_id from mentions m where m.member_id = gone);
    for ref in
        select c.conrelid as rel, c.conrelid::regclass::text as tab, a.attname as col, a.attnum as num
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'f' and c.confrelid = 'members'::regclass and cardinality(c.conkey) = 1
          and c.conrelid <> 'memberships'::regclass
        order by 2, 3
    loop
        for uni in
            select array(select i.indkey[n] from generate_series(0, i.indnkeyatts - 1) n) as keys,
                   coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as pred
            from pg_index i where i.indrelid = ref.rel and i.indisunique
        loop
            continue when not ref.num = any (uni.keys) or 0 = any (uni.keys);
            select coalesce(string_agg(format(' and a.%1$I is not distinct from b.%1$I', x.attname), ''), '') into same
            from pg_attribute x where x.attrelid = ref.rel and x.attnum = any (uni.keys) and x.attnum <> ref.num;
            execute format('delete from %1$s a where a.%2$I = $2 and (%3$s) and exists (
                                select 1 from (select * from %1$s where %3$s) b where b.%2$I = $1%4$s)',
                           ref.tab, ref.col, uni.pred, same) using keep, gone;
        end loop;
        execute format('update %1$s set %2$I = $1 where %2$I = $2', ref.tab, ref.col) using keep, gone;
    end loop;
    update people_import_rows set member_id = keep where member_id = gone;
    -- Nobody is their own manager.
    delete from field_values where member_id = keep and person_id = keep;
    delete from memberships where member_id = gone;
    update members set external_id = null, photo_version = null where id = gone;
    insert into member_keys (kind, value, member_id)
    select k.kind, k.value, keep
    from (values ('email', lower(other.email)), ('external_id', lower(other.external_id))) k (kind, value)
    where k.value is not null
    on conflict (kind, value) do update set member_id = keep;
    -- What the account that stays does not say, the other one did.
    update members set
        headline = case when headline = '' then other.headline else headline end,
        about = case when about = '' then other.about else about end,
        about_html = case when about = '' then other.about_html else about_html end,
        place = case when place = '' then other.place else place end,
        phone = case when phone = '' then other.phone else phone end,
        photo_version = coalesce(photo_version, other.photo_version),
        external_id = coalesce(external_id, other.external_id),
        created_at = least(created_at, other.created_at)
    where id = keep;
end $$;

-- The people who are asked to confirm that they have read a post: those of its groups but its author. Who is suspended or
-- never came in cannot be reached. Named only by rooms that ask visible_members.
create or replace function asked_readers(post uuid) returns table (member_id uuid, at timestamptz, state text) language sql stable parallel safe as $$
    select who.id, k.at,
           case when k.at is not null then 'done'
                when who.suspended_at is not null
                     or (who.password_hash is null and not exists (select 1 from sessions s where s.member_id = who.id)) then 'away'
                else 'missing' end
    from posts p
    cross join lateral (
        select m.member_id from memberships m where m.group_id = p.group_id
        union
        select m.member_id from joint_posts j join memberships m on m.group_id = j.group_id where j.post_id = p.id) inside
    join members who on who.id = inside.member_id and who.id <> p.author_id and who.erased_at is null
    left join acknowledgements k on k.post_id = p.id and k.member_id = who.id
    where p.id = post
$$;

-- How many texts have these words, as the planner guesses by its statistics, and how many there are; both 0 where it has
-- none yet. Volatile, since PostgreSQL explains statements in no other functions; it changes nothing.
create or replace function expected_texts(question tsquery) returns table (expected float8, every float8) language plpgsql as $$
declare
    guess json;
begin
    expected := 0;
    every := greatest((select c.reltuples from pg_class c where c.oid = 'search_texts'::regclass), 0);
    if every > 0 then
        execute format('explain (format json) select from search_texts where words @@ %L::tsquery', question) into guess;
        expected := (guess -> 0 -> 'Plan' ->> 'Plan Rows')::float8;
    end if;
    return next;
end $$;
