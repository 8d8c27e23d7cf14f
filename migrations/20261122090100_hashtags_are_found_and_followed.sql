-- The hashtags of a text stand in the search with it, so that they are found, counted and forgotten as it is. They are
-- read off the text as it is shown, where only the house itself makes this kind of link.
alter table search_texts add column hashtags text[] not null default '{}';
create index search_texts_with_hashtags on search_texts (at desc, id desc) where hashtags <> '{}';

create function text_hashtags(html text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct replace(lower(found[1]), '''', '’')), '{}')
    from regexp_matches(html, '<a class="hashtag"[^>]*>#([^<]+)</a>', 'g') found
$$;

create or replace view search_source as
    select t.id, t.kind, t.post_id, t.group_id, t.author_id, t.at,
           search_words(t.lang, t.title, t.body_html)
               || array_to_tsvector(array['@' || t.kind, '@g' || t.group_id, '@m' || to_char(t.at at time zone 'UTC', 'YYYY-MM')]
                                    || case when t.author_id is null then '{}' else array['@a' || t.author_id] end
                                    || array(select '@#' || tag from unnest(text_hashtags(t.body_html)) tag)) as words,
           text_hashtags(t.body_html) as hashtags
    from (select p.id, 'post' as kind, p.id as post_id, p.group_id, case when p.anonymised_at is null then p.author_id end as author_id,
                 p.published_at as at, p.lang, p.title, p.body_html
          from posts p where p.deleted_at is null
          union all
          select c.id, 'comment', c.post_id, p.group_id, case when c.anonymised_at is null then c.author_id end,
                 c.created_at, c.lang, '', c.body_html
          from comments c join posts p on p.id = c.post_id where c.deleted_at is null and p.deleted_at is null) t;

create or replace function search_follows() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from search_texts where id = old.id;
        return null;
    end if;
    -- Another group, into the bin or out of it: what hangs on a post goes with it.
    if tg_table_name = 'posts' and tg_op = 'UPDATE' then
        if (old.group_id, old.deleted_at is null) is distinct from (new.group_id, new.deleted_at is null) then
            delete from search_texts where post_id = new.id;
            insert into search_texts select * from search_source where post_id = new.id;
            return null;
        end if;
    end if;
    if new.deleted_at is not null then
        delete from search_texts where id = new.id;
    else
        insert into search_texts select * from search_source where id = new.id
            on conflict on constraint search_texts_key do update
            set group_id = excluded.group_id, author_id = excluded.author_id, at = excluded.at, words = excluded.words,
                hashtags = excluded.hashtags;
    end if;
    return null;
end $$;

create table hashtag_follows (
    member_id uuid not null constraint hashtag_follows_member references members on delete cascade,
    hashtag text not null constraint hashtag_follows_length check (char_length(hashtag) between 1 and 50),
    since timestamptz not null,
    constraint hashtag_follows_key primary key (member_id, hashtag)
);
create index hashtag_follows_by_hashtag on hashtag_follows (hashtag, member_id);

update search_texts t set words = s.words, hashtags = s.hashtags
from search_source s where s.id = t.id and s.hashtags <> '{}';
