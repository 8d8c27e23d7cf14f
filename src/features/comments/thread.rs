//! What a post's page and the feed show of comments and reactions: loaded here, shown by `cards`.

use std::collections::{HashMap, HashSet};

use super::{
    cards::{CommentCard, CommentCount, CommentPreview, Eyes, ReactionBar, Thread, WriteForm, list_id},
    model::{PAGE, Spot, Subject, ThreadAt},
    store::{self, CommentRow, RootRow},
};
use crate::{
    authz::{CommentCan, CommentStanding, PostCan, PostStanding},
    db::Db,
    kernel::{CommentId, Cursor, Fault, PostId, Url},
    ui::links,
    web::Cx,
};

/// What hangs on a post.
#[derive(Clone, Debug)]
pub struct Attached {
    /// The reactions, each with whether it is the reader's.
    pub reactions: ReactionBar,
    /// The last two comments and the form, in a list; the post's page has its thread instead.
    pub preview: Option<CommentPreview>,
    /// How many comments there are.
    pub count: i64,
    /// The same as a link, kept current by live messages.
    pub link: CommentCount,
}

/// What hangs on each of these posts, in one statement. Posts that the reader may not see are absent.
pub async fn attached(
    cx: &Cx,
    db: &mut Db,
    posts: &[(PostId, PostCan)],
) -> Result<HashMap<PostId, Attached>, Fault> {
    let wanted: HashMap<PostId, PostCan> = posts.iter().copied().collect();
    let ids: Vec<PostId> = wanted.keys().copied().collect();
    let rows = store::attached(db, cx.viewer(), &ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let can = wanted.get(&row.spot.post).copied().unwrap_or_default();
            (row.spot.post, attach(cx, row, can))
        })
        .collect())
}

fn attach(cx: &Cx, row: store::AttachedRow, can: PostCan) -> Attached {
    let eyes = Eyes::Mine(cx);
    let spot = row.spot;
    let shown = i64::try_from(row.comments.len()).unwrap_or(0);
    // Whether the reader manages the group is known on the post's page; the feed offers what is the author's own.
    let may = |c: &CommentRow| CommentCan {
        edit: c.mine && can.edit_own,
        delete: c.mine && can.edit_own,
        react: can.react,
        reply: can.comment,
    };
    let comments = nest(
        row.comments.into_iter().map(|c| (c.parent_id, CommentCard::new(eyes, spot, c.clone(), may(&c)))),
    );
    Attached {
        reactions: ReactionBar::new(eyes, Subject::Post(spot.post), row.reactions, can.react),
        preview: Some(CommentPreview {
            t: cx.t(),
            post: spot.post,
            url: links::post(spot.post).at("comments"),
            earlier: row.count - shown,
            form: can.comment.then(|| WriteForm::comment(cx, spot.post, spot.group, true)),
            comments,
        }),
        count: row.count,
        link: CommentCount::new(cx.t(), spot.post, row.count),
    }
}

/// Puts answers under what they answer, where that is in the list; the others stand for themselves.
fn nest(cards: impl Iterator<Item = (Option<CommentId>, CommentCard)>) -> Vec<CommentCard> {
    let mut out: Vec<CommentCard> = Vec::new();
    for (parent, card) in cards {
        let above = parent
            .and_then(|parent| out.iter_mut().find(|card| card.id == parent))
            .and_then(|card| card.replies.as_mut());
        match above {
            Some(replies) => replies.push(card),
            None => out.push(card),
        }
    }
    out
}

/// What stands below a post on its page, and the part of its thread that is asked for, in one statement. None where the
/// reader may no longer see the post.
pub async fn discussion(
    cx: &Cx,
    db: &mut Db,
    post: &PostStanding,
    at: ThreadAt,
) -> Result<Option<(Attached, Thread)>, Fault> {
    let can = PostCan::of(post);
    let Some(row) = store::discussion(db, cx.viewer(), post.id, at).await? else {
        return Ok(None);
    };
    let page = Window::of(at, row.roots.0);
    let comments = comments(cx, post, &page, at, row.comments.0);
    let attached = Attached {
        reactions: ReactionBar::new(Eyes::Mine(cx), Subject::Post(post.id), row.reactions.0, can.react),
        preview: None,
        count: row.count,
        link: CommentCount::new(cx.t(), post.id, row.count),
    };
    let address = |name: &str, root: &Cursor| links::post(post.id).with(name, root).at("comments");
    let (first, last) = (page.roots.first(), page.roots.last());
    let list = list_id(post.id);
    let thread = Thread {
        t: cx.t(),
        count: row.count,
        comments,
        // New comments come at the end: a list that ends earlier must not take them.
        list: if page.later { format!("page-{list}") } else { list },
        earlier: first.filter(|_| page.earlier).map(|root| address("before", root)),
        later: last.filter(|_| page.later).map(|root| address("after", root)),
        form: can.comment.then(|| WriteForm::comment(cx, post.id, post.group.id, !page.later)),
        takes_part: can.comment,
        manages: post.group.manages(),
        group: Url::path("/groups").join(&post.group.slug),
        archived: post.group.archived,
        closed: post.closed,
        inside: post.group.role.is_some(),
    };
    Ok(Some((attached, thread)))
}

/// The comments of the page; the statement brings one more on each side that goes on.
fn comments(
    cx: &Cx,
    post: &PostStanding,
    page: &Window,
    at: ThreadAt,
    rows: Vec<CommentRow>,
) -> Vec<CommentCard> {
    let shown: HashSet<CommentId> = page.roots.iter().map(|root| CommentId(root.id)).collect();
    let spot = Spot { post: post.id, group: post.group.id, joint: post.joint };
    let card = |row: CommentRow| {
        let can = can_of(post, &row);
        (row.parent_id, CommentCard::new(Eyes::Mine(cx), spot, row, can))
    };
    let rows = rows.into_iter().filter(|row| shown.contains(&row.parent_id.unwrap_or(row.id)));
    let mut comments = nest(rows.map(card));
    if let ThreadAt::Linked(linked) = at {
        mark(&mut comments, linked);
    }
    comments
}

fn can_of(post: &PostStanding, row: &CommentRow) -> CommentCan {
    CommentCan::of(&CommentStanding {
        id: row.id,
        post: post.id,
        parent: row.parent_id,
        mine: row.mine,
        closed: post.closed,
        group: post.group.clone(),
    })
}

fn mark(comments: &mut [CommentCard], linked: CommentId) {
    for card in comments {
        card.marked = card.id == linked;
        mark(card.replies.as_deref_mut().unwrap_or_default(), linked);
    }
}

/// The comments of a page, and whether there are others around it.
struct Window {
    roots: Vec<Cursor>,
    earlier: bool,
    later: bool,
}

impl Window {
    /// Cuts the page out of what stands before the place that is asked for and what stands from there on; each side
    /// brings one more than a page holds where it goes on.
    fn of(at: ThreadAt, rows: Vec<RootRow>) -> Self {
        let (back, mut forth): (Vec<RootRow>, Vec<RootRow>) = rows.into_iter().partition(|row| row.back);
        let cursor = |row: RootRow| Cursor { at: row.created_at, id: row.id.0 };
        if let ThreadAt::After(after) = at {
            forth.retain(|row| row.id.0 != after.id);
        }
        let (mut back, forth): (Vec<Cursor>, Vec<Cursor>) =
            (back.into_iter().map(cursor).collect(), forth.into_iter().map(cursor).collect());
        if forth.len() > PAGE || matches!(at, ThreadAt::After(_)) {
            let later = forth.len() > PAGE;
            return Self {
                roots: forth.into_iter().take(PAGE).collect(),
                earlier: !back.is_empty() || matches!(at, ThreadAt::After(_)),
                later,
            };
        }
        back.extend(forth);
        let over = back.len().saturating_sub(PAGE);
        Self { roots: back.split_off(over), earlier: over > 0, later: matches!(at, ThreadAt::Before(_)) }
    }
}
