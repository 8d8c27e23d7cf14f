//! Two articles of the house: help, and the statement on accessibility.

use askama::Template;

use crate::{
    i18n::T,
    ui::Page,
    web::{Cx, Reply},
};

struct Section {
    title: String,
    paragraphs: Vec<String>,
    keys: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "site/article.html")]
struct Article {
    signed_in: bool,
    title: String,
    lead: String,
    sections: Vec<Section>,
    contact: String,
    contact_text: String,
}

impl Page for Article {
    fn title(&self) -> String {
        self.title.clone()
    }
}

fn section<const N: usize>(title: impl ToString, paragraphs: [String; N]) -> Section {
    Section { title: title.to_string(), paragraphs: paragraphs.into(), keys: Vec::new() }
}

fn keys(t: T) -> Section {
    let keys = vec![
        ("Ctrl K", t.site_help_key_palette().to_string()),
        ("/", t.site_help_key_search().to_string()),
        ("J, K", t.site_help_key_walk().to_string()),
        ("Ctrl ↵", t.site_help_key_send().to_string()),
        ("F6", t.site_help_key_regions().to_string()),
    ];
    Section {
        title: t.site_help_keys().to_string(),
        paragraphs: vec![t.site_help_keys_text().to_string()],
        keys,
    }
}

/// For those who look for something.
fn searching(t: T) -> Section {
    section(
        t.site_help_search(),
        [
            t.site_help_search_text().to_string(),
            t.site_help_search_precise().to_string(),
            t.site_help_search_hashtags().to_string(),
            t.site_help_search_labels().to_string(),
        ],
    )
}

/// For those who answer for a group.
fn managing(t: T) -> Section {
    section(
        t.site_help_managing(),
        [
            t.site_help_managing_settings().to_string(),
            t.site_help_managing_people().to_string(),
            t.site_help_managing_order().to_string(),
            t.site_help_managing_end().to_string(),
        ],
    )
}

/// For those who look after people.
fn lists(t: T) -> Section {
    section(
        t.site_help_lists(),
        [
            t.site_help_lists_prepare().to_string(),
            t.site_help_lists_check().to_string(),
            t.site_help_lists_undo().to_string(),
            t.site_help_lists_merge().to_string(),
        ],
    )
}

/// For those who ask and answer at length.
fn surveys(t: T) -> Section {
    section(
        t.surveys_help(),
        [
            t.surveys_help_make().to_string(),
            t.surveys_help_run().to_string(),
            t.surveys_help_anonymous().to_string(),
            t.surveys_help_results().to_string(),
            t.surveys_help_quiz().to_string(),
        ],
    )
}

/// `GET /help`
pub(in super::super) async fn help(cx: Cx) -> Reply {
    let t = cx.t();
    let sections = vec![
        section(
            t.site_help_publish(),
            [
                t.site_help_publish_text().to_string(),
                t.site_help_publish_pictures().to_string(),
                t.site_help_publish_later().to_string(),
                t.composing_help().to_string(),
                t.planning_help().to_string(),
                t.templates_help().to_string(),
                t.saved_help().to_string(),
                t.moving_help().to_string(),
                t.sharing_help().to_string(),
                t.previews_help().to_string(),
                t.pins_help().to_string(),
                t.comments_help_closing().to_string(),
                t.announcements_help().to_string(),
            ],
        ),
        section(
            t.polls_help(),
            [
                t.polls_help_make().to_string(),
                t.polls_help_vote().to_string(),
                t.polls_help_anonymous().to_string(),
                t.polls_help_results().to_string(),
            ],
        ),
        surveys(t),
        section(
            t.site_help_groups(),
            [
                t.site_help_groups_open().to_string(),
                t.site_help_groups_private().to_string(),
                t.site_help_groups_secret().to_string(),
                t.site_help_groups_guests().to_string(),
            ],
        ),
        section(
            t.site_help_directory(),
            [
                t.site_help_directory_text().to_string(),
                t.site_help_directory_profile().to_string(),
                t.site_help_directory_rings().to_string(),
            ],
        ),
        managing(t),
        lists(t),
        searching(t),
        section(t.site_help_notifications(), [t.site_help_notifications_text().to_string()]),
        section(t.site_help_account(), [t.site_help_account_text().to_string()]),
        keys(t),
        section(t.site_help_display(), [t.site_help_display_text().to_string()]),
    ];
    let (title, lead) = (t.site_help_title().to_string(), t.site_help_lead().to_string());
    article(&cx, title, lead, sections, t.site_help_contact().to_string()).await
}

/// `GET /accessibility`
pub(in super::super) async fn accessibility(cx: Cx) -> Reply {
    let t = cx.t();
    let sections = vec![
        section(
            t.site_access_done(),
            [
                t.site_access_done_keyboard().to_string(),
                t.site_access_done_screen().to_string(),
                t.site_access_done_display().to_string(),
            ],
        ),
        section(t.site_access_limits(), [t.site_access_limits_text().to_string()]),
        section(t.site_access_report(), [t.site_access_report_text().to_string()]),
    ];
    let (title, lead) = (t.site_access_title().to_string(), t.site_access_lead().to_string());
    article(&cx, title, lead, sections, t.site_access_contact().to_string()).await
}

async fn article(
    cx: &Cx,
    title: String,
    lead: String,
    sections: Vec<Section>,
    contact_text: String,
) -> Reply {
    let contact = cx.app.config.mail_from.email.to_string();
    cx.page(Article { signed_in: cx.me().is_some(), title, lead, sections, contact, contact_text }).await
}
