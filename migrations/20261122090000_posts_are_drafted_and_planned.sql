-- What somebody is writing, as it was typed last: theirs alone until it is published. With an instant the clock publishes
-- it then, and those who publish in its group know of it.
create table drafts (
    id uuid primary key,
    author_id uuid not null constraint drafts_author references members on delete cascade,
    group_id uuid constraint drafts_group references groups on delete set null,
    title text not null default '' constraint drafts_title_length check (char_length(title) <= 160),
    body text not null default '' constraint drafts_body_length check (char_length(body) <= 60000),
    lang text not null default 'fr' constraint drafts_lang check (lang in ('fr', 'en')),
    -- Counts the times it was kept, so that a second tab does not write over the first.
    version integer not null default 1,
    saved_at timestamptz not null,
    discarded_at timestamptz,
    publish_at timestamptz,
    -- On whose walls the hour was chosen.
    time_zone text not null default 'UTC',
    -- When the clock could not publish it: its author may not any more, or its group is gone.
    refused_at timestamptz
);
create index drafts_by_author on drafts (author_id, saved_at desc, id desc);
create index drafts_by_group on drafts (group_id, publish_at) where publish_at is not null;
create index drafts_due on drafts (publish_at) where publish_at is not null and refused_at is null and discarded_at is null;
create index drafts_discarded on drafts (discarded_at) where discarded_at is not null;

-- Pictures that wait in a draft are not swept away.
alter table pictures add column draft_id uuid constraint pictures_draft references drafts on delete set null;
create index pictures_by_draft on pictures (draft_id, position) where draft_id is not null;
