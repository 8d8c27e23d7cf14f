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
        select ts_headline(case lang when 'en' then 'public.words_en' else 'public.words_fr' end::regconfig, words, question, options) as stems) h
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
                'votes', case when told then case when q.anonymous then c.counted else v.votes end end,
                'maybe', case when told then case when q.anonymous then c.counted_maybe else v.maybe end end) order by c.at, c.number), '[]')
    from poll_choices c
    join polls q on q.post_id = c.post_id
    left join lateral (
        select count(*) filter (where not b.maybe) as votes, count(*) filter (where b.maybe) as maybe
        from poll_votes b where b.post_id = c.post_id and b.number = c.number) v on told and not q.anonymous
    where c.post_id = post
$$;

-- A poll as everybody who may see its results sees it.
create or replace function poll_as_told(post uuid, told boolean) returns jsonb language sql stable parallel safe as $$
    select to_jsonb(q) - 'seal_id' - 'post_id' || jsonb_build_object(
        'told', told,
        'voters', (select count(*) from poll_voters v where v.post_id = q.post_id),
        'choices', poll_choices_of(q.post_id, told))
    from polls q where q.post_id = post
$$;
