-- People, how they get in, and where they are signed in.
create table members (
    id uuid primary key,
    handle text not null constraint members_handle_key unique,
    name text not null constraint members_name_length check (char_length(name) between 1 and 80),
    email text not null constraint members_email_key unique,
    password_hash text,
    site_role text not null default 'member'
        constraint members_site_role check (site_role in ('member', 'moderator', 'people_administrator', 'groups_administrator', 'administrator')),
    external boolean not null default false,
    locale text not null default 'fr' constraint members_locale check (locale in ('fr', 'en')),
    time_zone text not null default 'Europe/Paris',
    theme text not null default 'system' constraint members_theme check (theme in ('system', 'light', 'dark')),
    contrast text not null default 'system' constraint members_contrast check (contrast in ('system', 'more')),
    text_size smallint not null default 100 constraint members_text_size check (text_size between 100 and 130),
    shortcuts boolean not null default true,
    headline text not null default '' constraint members_headline_length check (char_length(headline) <= 120),
    about text not null default '' constraint members_about_length check (char_length(about) <= 4000),
    about_html text not null default '',
    phone text not null default '' constraint members_phone_length check (char_length(phone) <= 40),
    place text not null default '' constraint members_place_length check (char_length(place) <= 80),
    photo_version uuid,
    read_before timestamptz,
    created_at timestamptz not null,
    suspended_at timestamptz,
    erased_at timestamptz
);
create index members_by_name on members (lower(name), id) where erased_at is null;

comment on column members.external is 'Guest of the platform: sees only groups that invited them and the people in those.';
comment on column members.read_before is 'Posts published before this instant count as read (everything marked as read).';

-- The id is the SHA-256 of what the cookie carries.
create table sessions (
    id bytea primary key,
    member_id uuid constraint sessions_member references members on delete cascade,
    data jsonb not null,
    user_agent text not null default '',
    address text not null default '',
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index sessions_by_member on sessions (member_id) where member_id is not null;
create index sessions_by_expiry on sessions (expires_at);

-- Links that open one door once: a new password, a new address, the first administrator, an address
-- confirmed before an open invitation is used.
create table tokens (
    hash bytea primary key,
    purpose text not null constraint tokens_purpose check (purpose in ('reset_password', 'confirm_email', 'first_administrator', 'join')),
    member_id uuid constraint tokens_member references members on delete cascade,
    email text,
    invitation_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index tokens_by_member on tokens (member_id, purpose);

-- How often something was tried, kept across restarts (SECURITY C-09, N-13).
create table attempts (
    kind text not null,
    subject bytea not null,
    at timestamptz not null
);
create index attempts_by_subject on attempts (kind, subject, at);

-- Forms that create something carry a one-time id: sent twice, they create one thing.
create table submissions (
    member_id uuid not null constraint submissions_member references members on delete cascade,
    once uuid not null,
    result uuid,
    at timestamptz not null,
    constraint submissions_key primary key (member_id, once)
);

create table settings (
    name text primary key,
    value jsonb not null,
    changed_at timestamptz not null,
    changed_by uuid constraint settings_changed_by references members on delete set null
);
