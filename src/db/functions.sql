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
