-- What the search compares, folded once when it is written: a key pressed in the search field asks all groups.
alter table groups
    add column folded_name text generated always as (folded(name)) stored,
    add column search text generated always as (folded(name || ' ' || purpose)) stored;
