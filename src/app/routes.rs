//! The list of rooms and their addresses.

use crate::{
    features::{
        absences, accounts, admin, announcements, asking, bin, closing, comments, composing, defining,
        drafts, feed, files, founding, gates, governance, groups, hashtags, invitations, joining, key_dates,
        labelled, labels, mentions, moving, notifications, oversight, people, people_admin, people_import,
        people_sets, pictures, pins, planning, polls, post_templates, posts, previews, recurring, rings,
        saved, search, settings, shares, sharing, site, survey_results, surveying, surveys, uploads,
    },
    live::{self, Render},
    web::Routes,
};

/// All routes of the house.
pub fn all() -> Routes {
    Routes::new()
        .merge(site::routes())
        .merge(defining::routes())
        .merge(groups::routes())
        .merge(founding::routes())
        .merge(governance::routes())
        .merge(oversight::routes())
        .merge(people_sets::routes())
        .merge(mentions::routes())
        .merge(invitations::routes())
        .merge(accounts::routes())
        .merge(joining::routes())
        .merge(settings::routes())
        .merge(pictures::routes())
        .merge(files::routes())
        .merge(uploads::routes())
        .merge(rings::routes())
        .merge(labels::routes())
        .merge(post_templates::routes())
        .merge(drafts::routes())
        .merge(polls::routes())
        .merge(surveys::routes())
        .merge(key_dates::routes())
        .merge(absences::routes())
        .merge(surveying::routes())
        .merge(recurring::routes())
        .merge(survey_results::routes())
        .merge(asking::routes())
        .merge(people::routes())
        .merge(gates::routes())
        .merge(notifications::routes())
        .merge(comments::routes())
        .merge(closing::routes())
        .merge(saved::routes())
        .merge(announcements::routes())
        .merge(posts::routes())
        .merge(composing::routes())
        .merge(moving::routes())
        .merge(pins::routes())
        .merge(sharing::routes())
        .merge(bin::routes())
        .merge(planning::routes())
        .merge(feed::routes())
        .merge(hashtags::routes())
        .merge(labelled::routes())
        .merge(search::routes())
        .merge(admin::routes())
        .merge(people_admin::routes())
        .merge(people_import::routes())
        .merge(live::routes())
}

/// What the rooms show live.
pub fn live() -> Vec<Render> {
    vec![
        notifications::live,
        comments::live,
        posts::live,
        shares::live,
        previews::live,
        polls::live,
        surveys::live,
        people_import::live,
    ]
}
