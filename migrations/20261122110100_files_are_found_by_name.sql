-- Names of files stand in the search with the words of their post, which also carries a mark: @file. What stands
-- between the words of a name is no letter: "Budget-2026_final.xlsx" is found by each of its four words.
create function file_words(names text) returns text language sql immutable strict parallel safe as $$
    select translate(names, '._-+&<>/\()[]', repeat(' ', 13))
$$;

create or replace view search_source as
    select t.id, t.kind, t.post_id, t.group_id, t.author_id, t.at,
           search_words(t.lang, t.title, t.body_html || coalesce(' <p>' || file_words(t.files) || '</p>', ''))
               || array_to_tsvector(array['@' || t.kind, '@g' || t.group_id, '@m' || to_char(t.at at time zone 'UTC', 'YYYY-MM')]
                                    || case when t.author_id is null then '{}' else array['@a' || t.author_id] end
                                    || case when t.files is null then '{}' else array['@file'] end
                                    || array(select '@#' || tag from unnest(text_hashtags(t.body_html)) tag)) as words,
           text_hashtags(t.body_html) as hashtags
    from (select p.id, 'post' as kind, p.id as post_id, p.group_id, case when p.anonymised_at is null then p.author_id end as author_id,
                 p.published_at as at, p.lang, p.title, p.body_html,
                 (select string_agg(f.name, ' ' order by f.position) from files f where f.post_id = p.id) as files
          from posts p where p.deleted_at is null
          union all
          select c.id, 'comment', c.post_id, p.group_id, case when c.anonymised_at is null then c.author_id end,
                 c.created_at, c.lang, '', c.body_html, null
          from comments c join posts p on p.id = c.post_id where c.deleted_at is null and p.deleted_at is null) t;

-- A file that comes to a post or goes from it. One statement places all files of a post.
create function files_are_searched() returns trigger language plpgsql as $$
declare
    touched uuid[];
begin
    if tg_op = 'UPDATE' then
        touched := array(select post_id from old_files where post_id is not null union select post_id from new_files where post_id is not null);
    else
        touched := array(select distinct post_id from old_files where post_id is not null);
    end if;
    if touched <> '{}' then
        update search_texts t set words = s.words from search_source s where s.id = t.id and s.id = any (touched);
    end if;
    return null;
end $$;
create trigger files_are_found after update on files
    referencing old table as old_files new table as new_files for each statement execute function files_are_searched();
create trigger files_are_forgotten after delete on files
    referencing old table as old_files for each statement execute function files_are_searched();
