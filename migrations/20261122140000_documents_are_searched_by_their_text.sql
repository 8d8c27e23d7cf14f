-- What documents say stands in the search, each document for itself: a row of the kind "file" with the words of its text,
-- of its name and of the title of its post. A job reads the text, once the post is there.
alter table files add column read_at timestamptz;
comment on column files.read_at is 'When its text was looked for; whether there is any, its passages say.';
create index files_unread on files (id) where read_at is null and post_id is not null;

-- The text in passages, each with its words, so that what is shown of a long document costs no more than of a short one.
create table file_passages (
    file_id uuid not null constraint file_passages_file references files on delete cascade,
    number smallint not null,
    text text not null,
    words tsvector not null,
    constraint file_passages_key primary key (file_id, number)
);

alter table search_texts drop constraint search_texts_kind;
alter table search_texts add constraint search_texts_kind check (kind in ('post', 'comment', 'file'));

-- The words of a passage. A document does not say its language: the stems of both stand for it. Words joined by a stroke
-- are two.
create function passage_words(passage text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('public.words_fr', body) || strip(to_tsvector('public.words_en', body)) || strip(to_tsvector('public.words_plain', body))
    from (select translate(passage, '/', ' ') as body) text
$$;

create aggregate all_words (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

-- The words of a whole document. A list of nothing but words that occur once may have more than one value can hold: then
-- its beginning stands for it.
create function document_words(file uuid) returns tsvector language plpgsql stable as $$
begin
    return (select all_words(p.words order by p.number) from file_passages p where p.file_id = file);
exception when program_limit_exceeded then
    return (select all_words(p.words order by p.number) from file_passages p where p.file_id = file and p.number <= 20);
end $$;

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
          from comments c join posts p on p.id = c.post_id where c.deleted_at is null and p.deleted_at is null) t
    union all
    select f.id, 'file', p.id, p.group_id, case when p.anonymised_at is null then p.author_id end, p.published_at,
           search_words(p.lang, p.title, '') || search_words(p.lang, '', file_words(f.name)) || document_words(f.id)
               || array_to_tsvector(array['@file', '@g' || p.group_id, '@m' || to_char(p.published_at at time zone 'UTC', 'YYYY-MM')]
                                    || case when p.anonymised_at is null then array['@a' || p.author_id] else '{}' end),
           '{}'
    from files f join posts p on p.id = f.post_id
    where p.deleted_at is null and exists (select 1 from file_passages s where s.file_id = f.id);

-- Files that come to a post, are read, or go. One statement places all files of a post.
create or replace function files_are_searched() returns trigger language plpgsql as $$
declare
    touched uuid[];
    changed uuid[];
begin
    if tg_op = 'UPDATE' then
        touched := array(select n.post_id from new_files n join old_files o on o.id = n.id
                         where n.post_id is not null and (n.post_id, n.name, n.position) is distinct from (o.post_id, o.name, o.position)
                         union select o.post_id from new_files n join old_files o on o.id = n.id
                         where o.post_id is not null and n.post_id is distinct from o.post_id);
        changed := array(select n.id from new_files n join old_files o on o.id = n.id
                         where (n.post_id, n.name) is distinct from (o.post_id, o.name) or (n.read_at is distinct from o.read_at and n.read_at is not null));
    else
        touched := array(select distinct post_id from old_files where post_id is not null);
        changed := array(select id from old_files where post_id is not null);
    end if;
    if touched <> '{}' then
        update search_texts t set words = s.words from search_source s where s.id = t.id and s.id = any (touched);
    end if;
    if changed <> '{}' then
        delete from search_texts where id = any (changed);
        insert into search_texts select * from search_source where id = any (changed) and kind = 'file'
            on conflict on constraint search_texts_key do nothing;
    end if;
    return null;
end $$;

create or replace function search_follows() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from search_texts where id = old.id;
        return null;
    end if;
    if tg_table_name = 'posts' and tg_op = 'UPDATE' then
        -- Another group, into the bin or out of it: what hangs on a post goes with it.
        if (old.group_id, old.deleted_at is null) is distinct from (new.group_id, new.deleted_at is null) then
            delete from search_texts where post_id = new.id;
            insert into search_texts select * from search_source where post_id = new.id;
            return null;
        end if;
        -- Its documents are found by its title, its author and its day as well.
        if (old.title, old.lang, old.author_id, old.published_at, old.anonymised_at)
           is distinct from (new.title, new.lang, new.author_id, new.published_at, new.anonymised_at) then
            update search_texts t set author_id = s.author_id, at = s.at, words = s.words
            from search_source s where s.post_id = new.id and s.kind = 'file' and t.id = s.id;
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
