-- Pages on the web that posts link to, as they showed themselves when they were looked at; and which post shows which.
create table previews (
    id uuid primary key,
    url text not null constraint previews_url unique constraint previews_url_length check (octet_length(url) <= 2000),
    title text not null default '',
    description text not null default '',
    site text not null default '',
    asked_at timestamptz not null,
    looked_at timestamptz
);
comment on column previews.title is 'Empty where the page could not be read, or has none: then nothing is shown.';
comment on column previews.asked_at is 'When it was last to be looked at; it is waiting while that is later than looked_at.';
alter table posts
    add column preview_id uuid constraint posts_preview references previews on delete set null,
    add column preview_off boolean not null default false;
create index posts_by_preview on posts (preview_id) where preview_id is not null;
-- Nobody uploaded the picture of a page.
alter table pictures
    alter column uploader_id drop not null,
    add column preview_id uuid constraint pictures_preview references previews on delete cascade,
    add constraint pictures_have_an_owner check (uploader_id is not null or preview_id is not null);
create index pictures_by_preview on pictures (preview_id) where preview_id is not null;
