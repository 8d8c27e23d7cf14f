-- Groups, beside its own, in which one discussion stands: whoever reads one of them reads it (PRODUCT F5).
create table joint_posts (
    post_id uuid not null constraint joint_posts_post references posts on delete cascade,
    group_id uuid not null constraint joint_posts_group references groups on delete cascade,
    published_at timestamptz not null,
    constraint joint_posts_key primary key (post_id, group_id)
);
create index joint_posts_by_group on joint_posts (group_id, published_at desc, post_id desc);

-- Whether a post stands in several groups, so that nothing is looked up for all the others.
alter table posts add column joint boolean not null default false;
create index posts_joint on posts (id) where joint;

create function joint_posts_follow() returns trigger language plpgsql as $$
begin
    update posts p set joint = exists (select 1 from joint_posts j where j.post_id = p.id)
    where p.id = coalesce(new.post_id, old.post_id);
    return null;
end $$;
create trigger joint_posts_follow after insert or delete on joint_posts for each row execute function joint_posts_follow();

-- Whether a draft becomes one discussion in its groups rather than a post in each.
alter table drafts add column joint boolean not null default false;

-- Where else a post stood before it was moved.
alter table post_moves add column beside uuid[] not null default '{}';

-- Texts of a discussion in several groups are found under each of them.
create function joint_marks(post uuid) returns text[] language sql stable parallel safe as $$
    select coalesce(array_agg('@g' || j.group_id), '{}') from joint_posts j where j.post_id = post
$$;

create or replace view search_source as
    select t.id, t.kind, t.post_id, t.group_id, t.author_id, t.at,
           search_words(t.lang, t.title, t.body_html || coalesce(' <p>' || file_words(t.files) || '</p>', ''))
               || array_to_tsvector(array['@' || t.kind, '@g' || t.group_id, '@m' || to_char(t.at at time zone 'UTC', 'YYYY-MM')]
                                    || case when t.author_id is null then '{}' else array['@a' || t.author_id] end
                                    || case when t.files is null then '{}' else array['@file'] end
                                    || case when t.joint then joint_marks(t.post_id) else '{}' end
                                    || array(select '@#' || tag from unnest(text_hashtags(t.body_html)) tag)) as words,
           text_hashtags(t.body_html) as hashtags
    from (select p.id, 'post' as kind, p.id as post_id, p.group_id, case when p.anonymised_at is null then p.author_id end as author_id,
                 p.published_at as at, p.lang, p.title, p.body_html, p.joint,
                 (select string_agg(f.name, ' ' order by f.position) from files f where f.post_id = p.id) as files
          from posts p where p.deleted_at is null
          union all
          select c.id, 'comment', c.post_id, p.group_id, case when c.anonymised_at is null then c.author_id end,
                 c.created_at, c.lang, '', c.body_html, p.joint, null
          from comments c join posts p on p.id = c.post_id where c.deleted_at is null and p.deleted_at is null) t
    union all
    select f.id, 'file', p.id, p.group_id, case when p.anonymised_at is null then p.author_id end, p.published_at,
           search_words(p.lang, p.title, '') || search_words(p.lang, '', file_words(f.name)) || document_words(f.id)
               || array_to_tsvector(array['@file', '@g' || p.group_id, '@m' || to_char(p.published_at at time zone 'UTC', 'YYYY-MM')]
                                    || case when p.joint then joint_marks(p.id) else '{}' end
                                    || case when p.anonymised_at is null then array['@a' || p.author_id] else '{}' end),
           '{}'
    from files f join posts p on p.id = f.post_id
    where p.deleted_at is null and exists (select 1 from file_passages s where s.file_id = f.id);

-- Each group that comes or goes changes under what the texts of a post are found.
create function joint_posts_are_searched() returns trigger language plpgsql as $$
begin
    delete from search_texts where post_id = coalesce(new.post_id, old.post_id);
    insert into search_texts select * from search_source where post_id = coalesce(new.post_id, old.post_id);
    return null;
end $$;
create trigger joint_posts_search after insert or delete on joint_posts for each row execute function joint_posts_are_searched();
