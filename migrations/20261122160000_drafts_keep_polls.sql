-- A draft keeps the poll that is typed with it, as its fields stand; and why the clock could not publish it.
alter table drafts
    add column poll jsonb,
    add column refused_for text constraint drafts_refused_for check (refused_for in ('right', 'poll'));
