-- What publications of a group often look like: the composer begins with it.
create table post_templates (
    id uuid constraint post_templates_key primary key,
    group_id uuid not null constraint post_templates_group references groups on delete cascade,
    name text not null constraint post_templates_name_length check (char_length(name) between 1 and 60),
    title text not null default '' constraint post_templates_title_length check (char_length(title) <= 160),
    body text not null default '' constraint post_templates_body_length check (char_length(body) <= 60000),
    made_at timestamptz not null
);
create unique index post_templates_by_name on post_templates (group_id, folded(name));
