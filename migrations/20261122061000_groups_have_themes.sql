-- Themes: folders of the list of groups. And the place of a group in that list; those without one come after, by name.
create table group_themes (
    id int generated always as identity primary key,
    name_fr text not null constraint group_themes_name_fr check (char_length(name_fr) between 1 and 60),
    name_en text not null constraint group_themes_name_en check (char_length(name_en) between 1 and 60),
    place int not null,
    created_at timestamptz not null
);

alter table groups
    add column theme_id int constraint groups_theme references group_themes on delete set null,
    add column place int constraint groups_place check (place between 1 and 999);
