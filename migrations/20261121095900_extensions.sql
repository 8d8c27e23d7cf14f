-- unaccent: names are found whatever the accents. pg_trgm: and whatever the typing errors.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
