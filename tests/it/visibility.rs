//! Who sees what, as the database itself says: every function of `visibility.sql`, for every kind of viewer, in every
//! state that a group and what is in it can have. The table is committed: a changed word is read in a review.

use std::{collections::BTreeSet, fmt::Write as _};

use parvis::{authz::Level, kernel::MemberId};

use crate::support::{TestApp, golden, secret::Secret, world::Person};

/// What a function shows of the group at hand ($2 the group, $3 its manager) to a viewer ($1).
const NOUNS: &[(&str, &str)] = &[
    ("readable_groups", "select count(*) from readable_groups($1) where id = $2 and $3::uuid is not null"),
    (
        "visited_groups",
        "select count(*) from visited_groups($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "administered_groups",
        "select count(*) from administered_groups($1) where id = $2 and $3::uuid is not null",
    ),
    (
        "visible_deleted_groups",
        "select count(*) from visible_deleted_groups($1) where id = $2 and $3::uuid is not null",
    ),
    ("visible_groups", "select count(*) from visible_groups($1) where id = $2 and $3::uuid is not null"),
    (
        "group_standings",
        "select count(*) from group_standings($1) where group_id = $2 and $3::uuid is not null",
    ),
    ("own_standings", "select count(*) from own_standings($1) where group_id = $2 and $3::uuid is not null"),
    (
        "publishing_groups",
        "select count(*) from publishing_groups($1) where id = $2 and $3::uuid is not null",
    ),
    (
        "visible_drafts",
        "select count(*) from visible_drafts($1) where group_id = $2 and $3::uuid is not null",
    ),
    ("receiving_groups", "select count(*) from receiving_groups($1) where id = $2 and $3::uuid is not null"),
    ("visible_moves", "select count(*) from visible_moves($1) where to_group = $2 and $3::uuid is not null"),
    (
        "publish_targets",
        "select count(*) from publish_targets($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_memberships",
        "select count(*) from visible_memberships($1) where group_id = $2 and $3::uuid is not null",
    ),
    ("visible_members", "select count(*) from visible_members($1) where id = $3 and $2::uuid is not null"),
    (
        "visible_labels",
        "select count(*) from visible_labels($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_key_dates",
        "select count(*) from visible_key_dates($1) where (group_id is null or group_id = $2) and $3::uuid is not null",
    ),
    (
        "visible_absences",
        "select count(*) from visible_absences($1) where member_id = $3 and $2::uuid is not null",
    ),
    (
        "visible_post_templates",
        "select count(*) from visible_post_templates($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_post_labels",
        "select count(*) from visible_post_labels($1) where group_id = $2 and $3::uuid is not null",
    ),
    ("visible_posts", "select count(*) from visible_posts($1) where group_id = $2 and $3::uuid is not null"),
    (
        "visible_deleted_posts",
        "select count(*) from visible_deleted_posts($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_comments",
        "select count(*) from visible_comments($1) c join posts p on p.id = c.post_id where p.group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_deleted_comments",
        "select count(*) from visible_deleted_comments($1) c join posts p on p.id = c.post_id where p.group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_pictures",
        "select count(*) from visible_pictures($1) i join posts p on p.id = i.post_id where p.group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_files",
        "select count(*) from visible_files($1) f join posts p on p.id = f.post_id where p.group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_poll",
        "select count(*) from posts p where p.group_id = $2 and visible_poll($1, p.id) is not null and $3::uuid is not null",
    ),
    (
        "visible_surveys",
        "select count(*) from visible_surveys($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_survey",
        "select count(*) from posts p where p.group_id = $2 and visible_survey($1, p.id) is not null and $3::uuid is not null",
    ),
    (
        "posts_beside",
        "select count(*) from posts p where p.group_id = $2 and posts_beside($1, p.id) is not null and $3::uuid is not null",
    ),
    (
        "met_in",
        "select count(*) from posts p where p.group_id = $2 and met_in($1, p.id) = $2 and $3::uuid is not null",
    ),
    (
        "visible_withdrawals",
        "select count(*) from visible_withdrawals($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "joint_feed",
        "select count(*) from joint_feed($1, 'infinity', gen_random_uuid(), false, 100) where group_id = $2 and $3::uuid is not null",
    ),
    ("joint_waits", "select joint_waits($1, $2, '-infinity')::int::bigint where $3::uuid is not null"),
    (
        "joint_groups",
        "select coalesce(sum(jsonb_array_length(joint_groups($1, p.id) -> 'groups')), 0)::bigint from posts p where p.group_id = $2 and $3::uuid is not null",
    ),
    ("union_readers", "select groups from union_readers($1, array[$2::uuid]) where $3::uuid is not null"),
    (
        "shared_post",
        "select count(*) from posts p where p.group_id = $2 and shared_post($1, p.id) is not null and $3::uuid is not null",
    ),
    (
        "visible_notices",
        "select count(*) from visible_notices($1) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "visible_field_values",
        "select count(*) from visible_field_values($1) where member_id = $3 and $2::uuid is not null",
    ),
    (
        "visible_rings",
        "select count(*) from visible_rings($1) where member_id = $3 and (group_id is null or group_id = $2)",
    ),
    (
        "tagged_texts",
        "select count(*) from tagged_texts($1, 1000) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "found_texts",
        "select count(*) from found_texts($1, '', '''@post''|''@comment''', null, 1000) where group_id = $2 and $3::uuid is not null",
    ),
    (
        "found_members",
        "select count(*) from found_members($1, '{}', '{}', '{}', '{}', '{}', '{}') where member_id = $3 and $2::uuid is not null",
    ),
];

/// One field for each kind of readers, filled in by the manager, and a post of theirs that is planned.
const FIELDS: &str = "
    insert into field_sections (name_fr, name_en, place) values ('Profil', 'Profile', 1);
    insert into fields (key, kind, section_id, place, label_fr, label_en, visibility, created_at)
        select v, 'text', s.id, 1, v, v, v, now()
        from field_sections s, unnest(array['guests', 'members', 'groups', 'administrators']) v;
    insert into field_values (member_id, field_id, text)
        select m.id, f.id, f.key from members m, fields f where m.name = 'Mona Gestionnaire';
    insert into ring_kinds (label_fr, label_en, hue, pattern, scope, place, created_at)
        values ('R', 'R', 'rose', 'solid', 'platform', 1, now()), ('G', 'G', 'rose', 'solid', 'group', 2, now());
    insert into ring_grants (ring_id, member_id, group_id, shown, given_at)
        select k.id, m.id, case when k.scope = 'group' then b.group_id end, true, now()
        from members m join memberships b on b.member_id = m.id, ring_kinds k where m.name = 'Mona Gestionnaire';
    insert into surveys (id, group_id, author_id, series_id, saved_at)
        select '00000000-0000-0000-0000-00000000000a', s.group_id, m.id, '00000000-0000-0000-0000-00000000000a', now()
        from members m join memberships s on s.member_id = m.id where m.name = 'Mona Gestionnaire';
    insert into labels (id, group_id, name, hue, made_at)
        select gen_random_uuid(), s.group_id, 'Étiquette', 'rose', now()
        from members m join memberships s on s.member_id = m.id where m.name = 'Mona Gestionnaire';
    insert into key_dates (id, group_id, name, from_day, until_day)
        select gen_random_uuid(), s.group_id, 'Fête', '2027-01-01'::date, '2027-01-01'::date
        from members m join memberships s on s.member_id = m.id where m.name = 'Mona Gestionnaire'
        union all select gen_random_uuid(), null, 'Anniversaire', '2027-01-01'::date, '2027-01-01'::date;
    insert into absences (id, member_id, from_day, until_day)
        select gen_random_uuid(), m.id, '2027-01-01', '2027-01-01' from members m where m.name = 'Mona Gestionnaire';
    insert into post_labels select p.id, l.id from posts p join labels l on l.group_id = p.group_id on conflict do nothing;
    insert into groups (id, slug, name, purpose, level, created_at)
        values ('00000000-0000-0000-0000-00000000000b', 'place', 'Place', 'Pour tous', 'open', now());
    insert into posts (id, group_id, author_id, title, body, body_html, excerpt, words, lang, created_at, published_at)
        select '00000000-0000-0000-0000-00000000000c', '00000000-0000-0000-0000-00000000000b', m.id, '', 'Ici aussi', '', '', 2, 'fr', now(), now()
        from members m where m.name = 'Mona Gestionnaire';
    insert into posts_together select id, '00000000-0000-0000-0000-00000000000d' from posts;
    insert into drafts (id, author_id, group_id, body, saved_at, publish_at)
        select gen_random_uuid(), m.id, s.group_id, 'Bientôt', now(), now() + interval '1 day'
        from members m join memberships s on s.member_id = m.id where m.name = 'Mona Gestionnaire'";

/// Where what one is to one's own groups differs from what one is to groups.
const OWN_ODD: &str = "
    with own as (select group_id, slug, level, role, archived, external, may, source, locked from own_standings($1)),
    all_ as (select group_id, slug, level, role, archived, external, may, source, locked from group_standings($1) where role is not null)
    select (select count(*) from (select * from own except select * from all_) x)
         + (select count(*) from (select * from all_ except select * from own) x)
    where $2::uuid is not null and $3::uuid is not null";

/// Changes of state, each upon the last; `$1` is the group.
const STATES: &[(&str, &str)] = &[
    ("as it was made", "select $1::uuid"),
    ("archived", "update groups set archived_at = now() where id = $1"),
    (
        "its comments in the bin",
        "update comments set deleted_at = now() where post_id in (select id from posts where group_id = $1)",
    ),
    ("its posts in the bin", "update posts set deleted_at = now() where group_id = $1"),
    ("the group in the bin", "update groups set deleted_at = now() where id = $1"),
];

/// Everybody who may look at a group, from the street to its manager.
struct Viewers {
    people: Vec<(&'static str, Option<MemberId>)>,
}

async fn viewers(app: &TestApp, manager: &Person, group: &Secret) -> Viewers {
    let outsider = app.signed_in("Oscar Dehors").await;
    let administrator = app.person("Alice Admin").with_role("administrator").signed_in().await;
    let stranger = app.person("Gaston Invite").external().signed_in().await;
    let guest = app.person("Gilda Invite").external().signed_in().await;
    let member = app.signed_in("Marc Membre").await;
    app.belongs(group.group, guest.id, "guest").await;
    app.belongs(group.group, member.id, "member").await;
    let invited: MemberId = sqlx::query_scalar("select member_id from invitations where group_id = $1")
        .bind(group.group)
        .fetch_one(&app.app.db)
        .await
        .expect("someone is invited");
    Viewers {
        people: vec![
            ("visitor", None),
            ("outsider", Some(outsider.id)),
            ("administrator", Some(administrator.id)),
            ("strange guest", Some(stranger.id)),
            ("invited", Some(invited)),
            ("guest", Some(guest.id)),
            ("member", Some(member.id)),
            ("manager", Some(manager.id)),
        ],
    }
}

async fn sees(app: &TestApp, query: &'static str, viewer: Option<MemberId>, group: &Secret) -> i64 {
    sqlx::query_scalar(query)
        .bind(viewer)
        .bind(group.group)
        .bind(group.manager)
        .fetch_one(&app.app.db)
        .await
        .expect("a count")
}

#[tokio::test]
async fn everybody_sees_what_the_table_says_and_nothing_more() {
    let mut text = String::from(
        "# rows of one group seen through each function, by viewer; states follow upon each other\n",
    );
    for level in [Level::Open, Level::Private, Level::Secret] {
        let app = TestApp::start().await;
        let manager = app.signed_in("Mona Gestionnaire").await;
        let group = app.marked(&manager, level).await;
        sqlx::raw_sql(FIELDS).execute(&app.app.db).await.expect("fields that are filled in");
        let viewers = viewers(&app, &manager, &group).await;
        parvis::jobs::run_until_empty(&app.app).await.expect("the jobs run");
        for (state, change) in STATES {
            sqlx::query(*change).bind(group.group).execute(&app.app.db).await.expect("the state changes");
            let _ = writeln!(text, "\n{level:?}, {state}");
            for (who, viewer) in &viewers.people {
                assert_eq!(sees(&app, OWN_ODD, *viewer, &group).await, 0, "{level:?}, {state}, {who}");
            }
            for (noun, query) in NOUNS {
                let _ = write!(text, "  {noun:<26}");
                for (who, viewer) in &viewers.people {
                    let rows = sees(&app, query, *viewer, &group).await;
                    let _ = write!(text, "{who} {rows}  ");
                }
                while text.ends_with(' ') {
                    text.pop();
                }
                text.push('\n');
            }
        }
    }
    golden::check("visibility.txt", &text);
}

#[tokio::test]
async fn no_function_for_viewers_is_left_out_of_the_table() {
    let app = TestApp::start().await;
    let kept: Vec<String> = sqlx::query_scalar(
        "select distinct proname::text from pg_proc where pronamespace = 'public'::regnamespace and 'viewer' = any(proargnames)",
    )
    .fetch_all(&app.app.db)
    .await
    .expect("the functions");
    let kept: BTreeSet<&str> = kept.iter().map(String::as_str).collect();
    let told: BTreeSet<&str> = NOUNS.iter().map(|(noun, _)| *noun).collect();
    assert_eq!(kept, told);
}
