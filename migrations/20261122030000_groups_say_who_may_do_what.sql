-- The kind of a group, its language, and the least role that may do each thing in it. Groups made before keep what
-- was true for them: everybody inside publishes, comments and reacts, managers invite.
alter table groups
    add column kind text not null default 'topic'
        constraint groups_kind check (kind in ('announcements', 'teamwork', 'topic', 'project', 'mutual_help', 'focus_group')),
    add column lang text not null default 'fr' constraint groups_lang check (lang in ('fr', 'en')),
    add column may_publish text not null default 'guest'
        constraint groups_may_publish check (may_publish in ('manager', 'publisher', 'member', 'guest')),
    add column may_comment text not null default 'guest'
        constraint groups_may_comment check (may_comment in ('manager', 'publisher', 'member', 'guest')),
    add column may_react text not null default 'guest'
        constraint groups_may_react check (may_react in ('manager', 'publisher', 'member', 'guest')),
    add column may_invite text not null default 'manager'
        constraint groups_may_invite check (may_invite in ('manager', 'publisher', 'member', 'guest')),
    add column may_see_members text not null default 'guest'
        constraint groups_may_see_members check (may_see_members in ('manager', 'publisher', 'member', 'guest')),
    add column default_since timestamptz,
    add column source_since timestamptz,
    add column locked_since timestamptz,
    add column deleted_by uuid constraint groups_deleted_by references members on delete set null;
create index groups_in_bin on groups (deleted_at) where deleted_at is not null;

comment on column groups.default_since is 'Joined at sign-up, and can be left.';
comment on column groups.source_since is 'Everybody belongs, nobody leaves, and only managers publish.';
comment on column groups.locked_since is 'Only administrators change who belongs.';

-- Its columns change; visibility.sql makes it anew after the migrations.
drop function if exists group_standings(uuid);
