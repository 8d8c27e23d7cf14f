//! Someone's profile, as whoever looks may see it.

use askama::Template;
use chrono_tz::Tz;

use crate::{
    authz::{Action as _, EditProfile, MemberStanding, Permit, SiteRole, ViewProfile},
    features::{
        absences,
        fields::{self, FieldValue, Fields, Kind, Values},
        people::{
            store::{self, Face, RecentPost, Row, SharedGroup},
            urls,
        },
        rings,
    },
    i18n::{Locale, T, format},
    kernel::{Url, markup::SafeHtml},
    ui::{Avatar, Glyph, Moment, Page, Place, links},
    web::{Cx, Error, Reply},
};

#[derive(Template)]
#[template(path = "people/profile.html")]
struct ProfilePage {
    t: T,
    name: String,
    headline: String,
    lang: String,
    avatar: Avatar,
    external: bool,
    rings: Vec<Badge>,
    legend: Url,
    give: Option<Url>,
    about: SafeHtml,
    place: String,
    phone: Option<(String, String)>,
    email: Option<String>,
    local_time: String,
    /// When the person is away, now or next, and what they say of it.
    away: Option<(String, String)>,
    sections: Vec<Section>,
    contacts: Vec<Contact>,
    team: Vec<Colleague>,
    chart: Option<Url>,
    groups: Vec<GroupLine>,
    posts: Vec<PostLine>,
    own: Option<Own>,
}

/// A section of fields, with what stands in them.
struct Section {
    name: String,
    lines: Vec<(String, FieldValue)>,
}

/// A ring, in words.
struct Badge {
    hue: String,
    label: String,
    more: Vec<String>,
}

/// A way to reach the person at once.
struct Contact {
    icon: &'static str,
    words: String,
    url: String,
}

/// Somebody of whom the person is the manager.
struct Colleague {
    avatar: Avatar,
    name: String,
    headline: String,
    url: Url,
}

struct GroupLine {
    url: Url,
    name: String,
    glyph: Glyph,
}

struct PostLine {
    url: Url,
    title: String,
    lang: String,
    group: String,
    moment: Moment,
}

/// What only the person themselves sees.
struct Own {
    edit: Url,
    photo: Url,
    groups: Url,
    publish: Url,
    done: i64,
    all: i64,
    steps: Vec<(bool, String, Url)>,
}

impl Page for ProfilePage {
    fn title(&self) -> String {
        self.name.clone()
    }

    fn place(&self) -> Place {
        Place::Directory
    }
}

/// `GET /people/{member}`
pub(in super::super) async fn profile(cx: Cx, permit: Permit<ViewProfile>) -> Reply {
    let standing = permit.about();
    let (viewer, id) = (cx.viewer(), standing.id);
    let mut db = cx.db().await?;
    let row = store::profile(&mut db, viewer, id).await?.ok_or(Error::NotFound)?;
    let groups = store::shared_groups(&mut db, viewer, id).await?;
    let worn = rings::worn(&mut db, viewer, id).await?;
    let posts = store::recent_posts(&mut db, viewer, id).await?;
    let fields = fields::all(&mut db).await?;
    let values: Values = fields::values(&mut db, viewer, &[id]).await?.remove(&id).unwrap_or_default();
    let team = match fields.chart() {
        Some(chart) => store::team(&mut db, viewer, chart.id, id).await?,
        None => Vec::new(),
    };
    let away = absences::current(&mut db, viewer, id, cx.today()).await?;
    drop(db);
    let t = cx.t();
    let own = EditProfile::rule(standing).is_ok().then(|| own(&cx, standing, &row, &fields, &values));
    cx.page(ProfilePage {
        t,
        avatar: Avatar::of(id, &row.name, row.photo_version)
            .ringed(t, &row.rings, None)
            .huge(id, row.photo_version),
        local_time: local_time(&cx, &row.time_zone),
        phone: phone(&row.phone),
        away: away.map(|away| (format::days(cx.locale(), away.from, away.until), away.note)),
        email: reads_address(&cx, standing).then_some(row.email),
        about: SafeHtml::from_stored(row.about_html),
        name: row.name,
        headline: row.headline,
        lang: row.locale,
        external: row.external,
        rings: worn.into_iter().map(|worn| badge(&cx, worn)).collect(),
        legend: rings::urls::legend(),
        give: gives_rings(&cx).then(|| rings::urls::given(id)),
        place: row.place,
        sections: sections(&cx, &fields, &values),
        contacts: if own.is_some() { Vec::new() } else { contacts(t, &fields, &values) },
        chart: fields.chart().map(|_| urls::chart(id)),
        team: team.into_iter().map(|face| colleague(t, face)).collect(),
        groups: groups.into_iter().map(group_line).collect(),
        posts: posts.into_iter().map(|post| post_line(&cx, post)).collect(),
        own,
    })
    .await
}

fn badge(cx: &Cx, worn: rings::Worn) -> Badge {
    let (t, locale) = (cx.t(), cx.locale());
    let until = worn.until.map(|day| t.rings_worn_until(format::day(locale, day)).to_string());
    Badge {
        hue: worn.hue,
        label: if locale == Locale::Fr { worn.fr } else { worn.en },
        more: worn.group.map(|group| t.rings_worn_in(group).to_string()).into_iter().chain(until).collect(),
    }
}

fn gives_rings(cx: &Cx) -> bool {
    let looks_after = |role| matches!(role, SiteRole::Administrator | SiteRole::PeopleAdministrator);
    cx.actor().member().is_some_and(|me| looks_after(me.site_role))
}

/// What stands in the fields, section by section.
fn sections(cx: &Cx, fields: &Fields, values: &Values) -> Vec<Section> {
    let locale = cx.locale();
    let line = |field: &fields::Field| {
        let (_, value) = values.iter().find(|(id, _)| *id == field.id)?;
        Some((field.label.of(locale).to_owned(), FieldValue::new(locale, field, value)))
    };
    fields
        .by_section()
        .map(|(section, fields)| Section {
            name: section.name.of(locale).to_owned(),
            lines: fields.into_iter().filter_map(line).collect(),
        })
        .filter(|section| !section.lines.is_empty())
        .collect()
}

/// The first number and the first address that the viewer may see.
fn contacts(t: T, fields: &Fields, values: &Values) -> Vec<Contact> {
    let first = |kind: Kind| {
        fields.active().filter(|field| field.kind == kind).find_map(|field| {
            let (_, value) = values.iter().find(|(id, _)| *id == field.id)?;
            fields::contact(field, value)
        })
    };
    let call =
        first(Kind::Phone).map(|url| Contact { icon: "phone", words: t.people_call().to_string(), url });
    let write =
        first(Kind::Mail).map(|url| Contact { icon: "mail", words: t.people_write().to_string(), url });
    call.into_iter().chain(write).collect()
}

fn colleague(t: T, face: Face) -> Colleague {
    Colleague {
        avatar: Avatar::of(face.id, &face.name, face.photo_version).ringed(t, &face.rings, None).small(),
        url: links::person(face.id),
        name: face.name,
        headline: face.headline,
    }
}

/// Mail addresses are for oneself and for those who look after accounts: others write through the house.
fn reads_address(cx: &Cx, standing: &MemberStanding) -> bool {
    let looks_after = |role| matches!(role, SiteRole::Administrator | SiteRole::PeopleAdministrator);
    standing.me || cx.actor().member().is_some_and(|member| looks_after(member.site_role))
}

/// The number as written, and as a telephone dials it.
fn phone(text: &str) -> Option<(String, String)> {
    let dialled: String =
        text.replace("(0)", "").chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    (!text.is_empty()).then(|| (text.to_owned(), format!("tel:{dialled}")))
}

fn local_time(cx: &Cx, zone: &str) -> String {
    let zone: Tz = zone.parse().unwrap_or(cx.app.config.time_zone);
    let city = zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
    cx.t().people_local_time(format::time(cx.locale(), zone, cx.now()), city).to_string()
}

fn group_line(group: SharedGroup) -> GroupLine {
    GroupLine {
        url: links::group(&group.slug),
        glyph: Glyph::new(&group.icon, &group.hue).small(),
        name: group.name,
    }
}

fn post_line(cx: &Cx, post: RecentPost) -> PostLine {
    let words = if post.title.is_empty() { post.excerpt } else { post.title };
    PostLine {
        url: links::post(post.id),
        title: if words.is_empty() { cx.t().people_post_untitled().to_string() } else { words },
        lang: post.lang,
        group: post.group_name,
        moment: Moment::new(cx, post.published_at),
    }
}

/// What is there and what is missing: what everybody has, and the fields that matter to others.
fn own(cx: &Cx, standing: &MemberStanding, row: &Row, fields: &Fields, values: &Values) -> Own {
    let (t, locale) = (cx.t(), cx.locale());
    let (edit, photo) = (urls::edit(standing.id), urls::photo(standing.id));
    let field = |name: &str| edit.clone().at(format!("f-{name}"));
    let mut steps = vec![
        (row.photo_version.is_some(), t.people_step_photo().to_string(), photo.clone()),
        (!row.headline.is_empty(), t.people_step_headline().to_string(), field("headline")),
        (!row.about.is_empty(), t.people_step_about().to_string(), field("about")),
        (!row.place.is_empty(), t.people_step_place().to_string(), field("place")),
    ];
    let counts =
        |wanted: &&fields::Field| wanted.by_member && (wanted.is_asked() || wanted.on_card || wanted.filters);
    steps.extend(fields.active().filter(counts).map(|wanted| {
        let there = values.iter().any(|(id, _)| *id == wanted.id);
        (there, wanted.label.of(locale).to_owned(), field(&wanted.input()))
    }));
    let done = i64::try_from(steps.iter().filter(|(done, _, _)| *done).count()).unwrap_or_default();
    let all = i64::try_from(steps.len()).unwrap_or_default();
    Own { edit, photo, groups: Url::path("/groups"), publish: Url::path("/publish"), done, all, steps }
}

#[cfg(test)]
mod tests {
    use super::phone;

    #[test]
    fn a_number_can_be_dialled() {
        assert_eq!(phone("+33 (0)2 40 00 00 00").unwrap().1, "tel:+33240000000");
        assert!(phone("").is_none());
    }
}
