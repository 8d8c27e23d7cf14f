-- Groups, who belongs to them, and how one gets in.
create table groups (
    id uuid primary key,
    slug text not null constraint groups_slug_key unique,
    name text not null constraint groups_name_length check (char_length(name) between 1 and 80),
    purpose text not null constraint groups_purpose_length check (char_length(purpose) between 1 and 400),
    level text not null constraint groups_level check (level in ('open', 'private', 'secret')),
    icon text not null default 'shapes',
    hue text not null default 'estuaire',
    cover_id uuid,
    created_by uuid constraint groups_created_by references members on delete set null,
    created_at timestamptz not null,
    archived_at timestamptz,
    deleted_at timestamptz
);
create index groups_by_name on groups (lower(name), id) where deleted_at is null;

create table memberships (
    group_id uuid not null constraint memberships_group references groups on delete cascade,
    member_id uuid not null constraint memberships_member references members on delete cascade,
    role text not null constraint memberships_role check (role in ('manager', 'publisher', 'member', 'guest')),
    since timestamptz not null,
    constraint memberships_key primary key (group_id, member_id)
);
create unique index memberships_by_member on memberships (member_id, group_id) include (role, since);

create table join_requests (
    id uuid primary key,
    group_id uuid not null constraint join_requests_group references groups on delete cascade,
    member_id uuid not null constraint join_requests_member references members on delete cascade,
    message text not null default '' constraint join_requests_message_length check (char_length(message) <= 1000),
    asked_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid constraint join_requests_decided_by references members on delete set null,
    approved boolean,
    reason text not null default '' constraint join_requests_reason_length check (char_length(reason) <= 1000)
);
create unique index join_requests_one_open on join_requests (group_id, member_id) where decided_at is null;
create index join_requests_by_member on join_requests (member_id) where decided_at is null;

-- One table for three ways of inviting: a person already here into a group, a mail address, a link.
create table invitations (
    id uuid primary key,
    group_id uuid constraint invitations_group references groups on delete cascade,
    member_id uuid constraint invitations_member references members on delete cascade,
    email text,
    token_hash bytea constraint invitations_token_key unique,
    external boolean not null default false,
    role text not null default 'member' constraint invitations_role check (role in ('member', 'guest')),
    message text not null default '' constraint invitations_message_length check (char_length(message) <= 1000),
    most_uses integer not null default 1 constraint invitations_most_uses check (most_uses between 1 and 10000),
    uses integer not null default 0 constraint invitations_uses check (uses <= most_uses),
    invited_by uuid constraint invitations_invited_by references members on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    revoked_at timestamptz,
    constraint invitations_target check (member_id is null or (group_id is not null and token_hash is null)),
    constraint invitations_door check ((member_id is null) = (token_hash is not null))
);
create unique index invitations_one_open on invitations (group_id, member_id)
    where member_id is not null and answered_at is null and revoked_at is null;
create index invitations_by_member on invitations (member_id) where answered_at is null and revoked_at is null;
create index invitations_by_group on invitations (group_id, created_at desc);
alter table tokens add constraint tokens_invitation foreign key (invitation_id) references invitations on delete cascade;
