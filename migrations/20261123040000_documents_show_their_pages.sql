-- What a document holds is seen without opening it elsewhere: the first pages of a PDF as pictures, and the text. The job
-- that reads documents draws them as well.
alter table files add column page_count integer constraint files_page_count check (page_count > 0);
comment on column files.page_count is 'How many pages the whole document has, where some of them are drawn.';
alter table files add column worded boolean not null default false;
comment on column files.worded is 'Whether it has passages.';

create table file_pages (
    file_id uuid not null constraint file_pages_file references files on delete cascade,
    number smallint not null constraint file_pages_number check (number > 0),
    width integer not null,
    height integer not null,
    constraint file_pages_key primary key (file_id, number)
);
comment on table file_pages is 'Pages that are drawn, with the size of the larger picture in pixels; the bytes lie in the store.';

update files f set worded = true where exists (select 1 from file_passages p where p.file_id = f.id);
-- They are read again by the night, and drawn.
update files set read_at = null where kind = 'pdf' and read_at is not null;
