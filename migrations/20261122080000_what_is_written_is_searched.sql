-- Search over what is written. Words lose their accents first and are then cut to their stems, in the language of the
-- text and of the question alike, so that "evenement ete" finds « Événement d'été ».
create text search configuration words_fr (copy = french);
alter text search configuration words_fr alter mapping for hword, hword_part, word with public.unaccent, french_stem;
create text search configuration words_en (copy = english);
alter text search configuration words_en alter mapping for hword, hword_part, word with public.unaccent, english_stem;
-- Whole words, for the beginning of one that is still being typed.
create text search configuration words_plain (copy = simple);
alter text search configuration words_plain alter mapping for hword, hword_part, word with public.unaccent, simple;

-- What can be read of a text as it is shown. Marks inside a word leave no gap.
create function plain_text(html text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(regexp_replace(html, '</?(a|em|strong|code|del|span|sub|sup)( [^>]*)?>', '', 'g'), '<[^>]*>', ' ', 'g')
$$;

-- The words of a text, those of its title first. Words joined by a stroke are two.
create function search_words(lang text, title text, html text) returns tsvector language sql immutable parallel safe as $$
    select setweight(to_tsvector(config, title), 'A') || to_tsvector(config, body)
        || strip(to_tsvector('public.words_plain', title || ' ' || body))
    from (select case lang when 'en' then 'public.words_en' else 'public.words_fr' end::regconfig as config,
                 translate(plain_text(html), '/', ' ') as body) text
$$;

-- What can be found: one row for each text, whatever it belongs to. Who may find it is said by found_texts.
--
-- Beside the words, the vector carries marks that no text can contain (@post, @g…, @a…, @m2026-11): kind, group, author
-- and month. The index intersects them with the words, so that a question about one group, or about the last months,
-- does not walk through everything that was ever written.
create table search_texts (
    id uuid constraint search_texts_key primary key,
    kind text not null constraint search_texts_kind check (kind in ('post', 'comment')),
    post_id uuid not null,
    group_id uuid not null,
    author_id uuid,
    at timestamptz not null,
    words tsvector not null
);
create index search_texts_by_words on search_texts using gin (words) with (gin_pending_list_limit = 512);
create index search_texts_by_post on search_texts (post_id);
comment on column search_texts.author_id is 'Null where the text stays without its author''s name.';

-- The same, as the tables say. Kept up to date by triggers rather than by a job: what is deleted or moved is not found
-- any more in the very transaction, whoever wrote it.
create view search_source as
    select t.id, t.kind, t.post_id, t.group_id, t.author_id, t.at,
           search_words(t.lang, t.title, t.body_html)
               || array_to_tsvector(array['@' || t.kind, '@g' || t.group_id, '@m' || to_char(t.at at time zone 'UTC', 'YYYY-MM')]
                                    || case when t.author_id is null then '{}' else array['@a' || t.author_id] end) as words
    from (select p.id, 'post' as kind, p.id as post_id, p.group_id, case when p.anonymised_at is null then p.author_id end as author_id,
                 p.published_at as at, p.lang, p.title, p.body_html
          from posts p where p.deleted_at is null
          union all
          select c.id, 'comment', c.post_id, p.group_id, case when c.anonymised_at is null then c.author_id end,
                 c.created_at, c.lang, '', c.body_html
          from comments c join posts p on p.id = c.post_id where c.deleted_at is null and p.deleted_at is null) t;

create function search_follows() returns trigger language plpgsql as $$
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
            set group_id = excluded.group_id, author_id = excluded.author_id, at = excluded.at, words = excluded.words;
    end if;
    return null;
end $$;
create trigger posts_are_searched
    after insert or update of title, body_html, lang, group_id, author_id, published_at, deleted_at, anonymised_at on posts
    for each row execute function search_follows();
create trigger posts_are_forgotten after delete on posts for each row execute function search_follows();
create trigger comments_are_searched
    after insert or update of body_html, lang, author_id, deleted_at, anonymised_at on comments
    for each row execute function search_follows();
create trigger comments_are_forgotten after delete on comments for each row execute function search_follows();

insert into search_texts select * from search_source;
