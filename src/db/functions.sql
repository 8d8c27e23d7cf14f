-- Replaceable helpers, re-applied on each migration.

-- Text without accents and in small letters, for names that are looked for. Immutable, so that indexes may use it.
create or replace function folded(text) returns text language sql immutable strict parallel safe as $$
    select lower(public.unaccent('public.unaccent', $1))
$$;
