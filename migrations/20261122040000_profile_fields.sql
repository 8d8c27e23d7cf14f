-- Fields of profiles that administrators define, and what people put into them.
--
-- One row per value in one narrow table, not a document per person: a profile reads few rows by its primary key, and
-- the facets of the directory count one covering index (term_id) without touching the table. Values that repeat
-- (choices, tags, places, yes or no) are numbers of a term; only they can be filters. Numbers rather than UUIDs:
-- definitions are no secret, and the index of facets over 100,000 people stays small.
create table field_sections (
    id int generated always as identity primary key,
    name_fr text not null constraint field_sections_name_fr check (char_length(name_fr) between 1 and 80),
    name_en text not null constraint field_sections_name_en check (char_length(name_en) between 1 and 80),
    place int not null
);

create table fields (
    id int generated always as identity primary key,
    key text not null constraint fields_key_key unique constraint fields_key_form check (key ~ '^[a-z0-9-]{1,40}$'),
    kind text not null constraint fields_kind check (kind in
        ('text', 'long_text', 'choice', 'choices', 'tags', 'date', 'phone', 'link', 'mail', 'place', 'person', 'yes_no')),
    section_id int not null constraint fields_section references field_sections,
    place int not null,
    label_fr text not null constraint fields_label_fr check (char_length(label_fr) between 1 and 80),
    label_en text not null constraint fields_label_en check (char_length(label_en) between 1 and 80),
    help_fr text not null default '' constraint fields_help_fr check (char_length(help_fr) <= 300),
    help_en text not null default '' constraint fields_help_en check (char_length(help_en) <= 300),
    reason_fr text not null default '' constraint fields_reason_fr check (char_length(reason_fr) <= 300),
    reason_en text not null default '' constraint fields_reason_en check (char_length(reason_en) <= 300),
    required boolean not null default false,
    on_card boolean not null default false,
    filters boolean not null default false,
    visibility text not null constraint fields_visibility check (visibility in ('guests', 'members', 'groups', 'administrators')),
    by_member boolean not null default true,
    opens boolean not null default false,
    charts boolean not null default false constraint fields_charts_person check (not charts or kind = 'person'),
    created_at timestamptz not null,
    archived_at timestamptz,
    constraint fields_filter check (not filters or
        (kind in ('choice', 'choices', 'tags', 'place', 'yes_no') and visibility in ('guests', 'members')))
);

comment on column fields.visibility is 'guests: everybody who may see the person; members: not guests; groups: members who share a group; administrators: they alone, and oneself.';
comment on column fields.by_member is 'People change it themselves; otherwise only administrators and imports do.';
create unique index fields_one_chart on fields (charts) where charts;

comment on column fields.charts is 'The person is the manager: the organisation chart is made from this field.';
comment on column fields.opens is 'A list to which people may add.';

-- The values a list has. Tags and places have them too: each is made when somebody first writes it.
create table field_terms (
    id int generated always as identity primary key,
    field_id int not null constraint field_terms_field references fields,
    label_fr text not null constraint field_terms_label_fr check (char_length(label_fr) between 1 and 120),
    label_en text not null constraint field_terms_label_en check (char_length(label_en) between 1 and 120),
    folded text not null,
    place int not null default 0,
    archived_at timestamptz,
    constraint field_terms_folded_key unique (field_id, folded),
    constraint field_terms_of_field_key unique (field_id, id)
);

create table field_values (
    member_id uuid not null constraint field_values_member references members on delete cascade,
    field_id int not null constraint field_values_field references fields,
    place smallint not null default 0,
    term_id int,
    person_id uuid constraint field_values_person references members on delete cascade,
    day date,
    text text constraint field_values_text check (char_length(text) between 1 and 4000),
    constraint field_values_key primary key (member_id, field_id, place),
    constraint field_values_term foreign key (field_id, term_id) references field_terms (field_id, id),
    constraint field_values_one check (num_nonnulls(term_id, person_id, day, text) = 1)
);
create index field_values_by_term on field_values (term_id, member_id) where term_id is not null;
create index field_values_by_person on field_values (person_id, field_id) where person_id is not null;
