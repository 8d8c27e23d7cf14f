-- Whether a page on the web is there to watch something.
alter table previews add column film boolean not null default false;
