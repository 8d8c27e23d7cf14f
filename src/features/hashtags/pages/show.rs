//! The page of a hashtag: what carries it and may be read, and following it.

use askama::Template;
use serde::Deserialize;

use crate::{
    authz::{FollowHashtag, Permit},
    features::{
        comments::EmojiTemplate,
        hashtags::{store, urls, verbs},
        posts::{self, Lightbox, PostCard},
    },
    i18n::T,
    kernel::{PostId, Url, markup},
    ui::{Page, links},
    web::{At, Cx, Error, Form, Reply, flash::Flash, form::Query, limit::Class},
};

/// How many publications stand on a page.
const PAGE: usize = 15;
/// The last page that can be asked for.
const LAST: usize = 20;

/// `/hashtags/{hashtag}`
#[derive(Deserialize)]
pub(in super::super) struct HashtagPath {
    hashtag: String,
}

impl HashtagPath {
    /// The hashtag; what is none does not exist.
    fn key(&self) -> Result<String, Error> {
        markup::hashtag(&self.hashtag).ok_or(Error::NotFound)
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Part {
    page: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct FollowForm {
    on: String,
}

#[derive(Template)]
#[template(path = "hashtags/show.html")]
struct HashtagPage {
    t: T,
    hashtag: String,
    follows: bool,
    following: Url,
    posts: Vec<PostCard>,
    older: Option<Url>,
    emoji: EmojiTemplate,
    lightbox: Lightbox,
}

impl Page for HashtagPage {
    fn title(&self) -> String {
        format!("#{}", self.hashtag)
    }

    fn topics(&self) -> Vec<String> {
        posts::topics(&self.posts)
    }
}

/// `GET /hashtags/{hashtag}?page=`: the same page for a hashtag that nobody uses and for one that is used where the
/// viewer does not read.
pub(in super::super) async fn show(
    cx: Cx,
    _permit: Permit<FollowHashtag>,
    At(at): At<HashtagPath>,
    Query(part): Query<Part>,
) -> Reply {
    let hashtag = at.key()?;
    let page = part.page.parse().unwrap_or(1).clamp(1, LAST);
    let mut db = cx.db().await?;
    // A publication can carry it many times, in its comments.
    let most = i64::try_from(page * PAGE * 3).unwrap_or(i64::MAX);
    let found = store::posts(&mut db, cx.viewer(), &hashtag, most).await?;
    let here: Vec<PostId> = found.iter().skip((page - 1) * PAGE).take(PAGE).copied().collect();
    let posts = posts::cards(&cx, &mut db, &here).await?;
    let follows = store::followed(&mut db, cx.viewer()).await?.contains(&hashtag);
    drop(db);
    let older =
        (found.len() > page * PAGE && page < LAST).then(|| links::hashtag(&hashtag).with("page", page + 1));
    cx.page(HashtagPage {
        t: cx.t(),
        follows,
        following: urls::following(&hashtag),
        posts,
        older,
        emoji: EmojiTemplate::new(cx.t()),
        lightbox: Lightbox::new(cx.t()),
        hashtag,
    })
    .await
}

/// `POST /hashtags/{hashtag}/following`
pub(in super::super) async fn follow(
    cx: Cx,
    permit: Permit<FollowHashtag>,
    At(at): At<HashtagPath>,
    Form(form): Form<FollowForm>,
) -> Reply {
    cx.app.limits.check(&cx, Class::Touch)?;
    let (hashtag, on) = (at.key()?, form.on == "yes");
    let mut tx = cx.begin().await?;
    verbs::follow(&mut tx, &permit, &hashtag, on).await?;
    tx.commit().await?;
    let t = cx.t();
    let said = if on {
        t.hashtags_followed(hashtag.as_str()).to_string()
    } else {
        t.hashtags_unfollowed(hashtag.as_str()).to_string()
    };
    cx.flash(Flash::said(said)).await?;
    cx.redirect(&links::hashtag(&hashtag))
}
