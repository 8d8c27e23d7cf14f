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
