-- Posts with their history, pictures, mentions, comments, reactions, and who has read what.
create table posts (
    id uuid primary key,
    group_id uuid not null constraint posts_group references groups on delete cascade,
    author_id uuid not null constraint posts_author references members,
    title text not null default '' constraint posts_title_length check (char_length(title) <= 160),
    body text not null constraint posts_body_length check (char_length(body) <= 60000),
    body_html text not null,
    excerpt text not null default '',
    words integer not null default 0,
    lang text not null default 'fr' constraint posts_lang check (lang in ('fr', 'en')),
    created_at timestamptz not null,
    published_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    deleted_by uuid constraint posts_deleted_by references members on delete set null
);
create index posts_by_group on posts (group_id, published_at desc, id desc) where deleted_at is null;
create index posts_by_author on posts (author_id, published_at desc, id desc) where deleted_at is null;
create index posts_in_bin on posts (deleted_at) where deleted_at is not null;

create table post_versions (
    post_id uuid not null constraint post_versions_post references posts on delete cascade,
    number integer not null,
    title text not null,
    body text not null,
    body_html text not null,
    edited_by uuid constraint post_versions_edited_by references members on delete set null,
    written_at timestamptz not null,
    constraint post_versions_key primary key (post_id, number)
);

create table comments (
    id uuid primary key,
    post_id uuid not null constraint comments_post references posts on delete cascade,
    parent_id uuid constraint comments_parent references comments on delete cascade,
    author_id uuid not null constraint comments_author references members,
    body text not null constraint comments_body_length check (char_length(body) <= 10000),
    body_html text not null,
    lang text not null default 'fr' constraint comments_lang check (lang in ('fr', 'en')),
    created_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    deleted_by uuid constraint comments_deleted_by references members on delete set null
);
create index comments_by_post on comments (post_id, created_at, id);
create index comments_by_parent on comments (parent_id) where parent_id is not null;
create index comments_by_author on comments (author_id, created_at desc);
create index comments_in_bin on comments (deleted_at) where deleted_at is not null;

create table comment_versions (
    comment_id uuid not null constraint comment_versions_comment references comments on delete cascade,
    number integer not null,
    body text not null,
    body_html text not null,
    written_at timestamptz not null,
    constraint comment_versions_key primary key (comment_id, number)
);

create table mentions (
    member_id uuid not null constraint mentions_member references members on delete cascade,
    post_id uuid not null constraint mentions_post references posts on delete cascade,
    comment_id uuid constraint mentions_comment references comments on delete cascade
);
create unique index mentions_once on mentions (post_id, member_id, comment_id) nulls not distinct;
create index mentions_by_comment on mentions (comment_id) where comment_id is not null;
create index mentions_by_member on mentions (member_id);

-- A picture belongs to whoever uploaded it until a post, a comment or a group takes it.
create table pictures (
    id uuid primary key,
    uploader_id uuid not null constraint pictures_uploader references members,
    post_id uuid constraint pictures_post references posts on delete cascade,
    comment_id uuid constraint pictures_comment references comments on delete cascade,
    group_id uuid constraint pictures_group references groups on delete cascade,
    position smallint not null default 0,
    alt text not null default '' constraint pictures_alt_length check (char_length(alt) <= 400),
    width integer not null,
    height integer not null,
    tint text not null default '#888888',
    media_type text not null,
    edges integer[] not null,
    uploaded_at timestamptz not null,
    constraint pictures_one_place check (num_nonnulls(post_id, comment_id, group_id) <= 1)
);
create index pictures_by_post on pictures (post_id, position) where post_id is not null;
create index pictures_by_comment on pictures (comment_id) where comment_id is not null;
create index pictures_loose on pictures (uploaded_at) where post_id is null and comment_id is null and group_id is null;
alter table groups add constraint groups_cover foreign key (cover_id) references pictures on delete set null;

create table post_reactions (
    post_id uuid not null constraint post_reactions_post references posts on delete cascade,
    member_id uuid not null constraint post_reactions_member references members on delete cascade,
    emoji text not null constraint post_reactions_emoji check (char_length(emoji) between 1 and 16),
    at timestamptz not null,
    constraint post_reactions_key primary key (post_id, member_id, emoji)
);
create index post_reactions_by_member on post_reactions (member_id);

create table comment_reactions (
    comment_id uuid not null constraint comment_reactions_comment references comments on delete cascade,
    member_id uuid not null constraint comment_reactions_member references members on delete cascade,
    emoji text not null constraint comment_reactions_emoji check (char_length(emoji) between 1 and 16),
    at timestamptz not null,
    constraint comment_reactions_key primary key (comment_id, member_id, emoji)
);
create index comment_reactions_by_member on comment_reactions (member_id);

-- Once per member and post: the unread mark and the count of views.
create table post_views (
    post_id uuid not null constraint post_views_post references posts on delete cascade,
    member_id uuid not null constraint post_views_member references members on delete cascade,
    at timestamptz not null,
    constraint post_views_key primary key (post_id, member_id)
);
create index post_views_by_member on post_views (member_id, post_id);
