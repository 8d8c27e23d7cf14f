//! Who listens to what, in this process.
//!
//! Each open page has a seat with a short queue. Changes are handed out a batch at a time, already serialised; a
//! seat whose queue is full is taken away and its page told to reload, so that no queue grows without bound.

use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU8, Ordering},
    },
};

use axum::extract::ws::Utf8Bytes;
use tokio::sync::mpsc;

use crate::{
    i18n::Locale,
    kernel::MemberId,
    live::{Render, Topic},
};

/// How many batches a slow page may be behind.
const QUEUE: usize = 32;

/// How many pages of one member may be open at a time.
const MOST_SEATS: usize = 60;

/// Why a seat was taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Ended {
    /// To be judged anew.
    Anew = 0,
    /// The page could not follow.
    Behind = 1,
    /// The member is not welcome any more.
    ForGood = 2,
}

/// A change ready to be handed out.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// To whom.
    pub(super) topic: Topic,
    /// In which language.
    pub(super) locale: Locale,
    /// The member whose pages know already.
    pub(super) except: Option<MemberId>,
    /// Who listens to one of these as well is not told: what has left one group may stand in another of theirs.
    pub(super) unless: Arc<[Topic]>,
    /// The message.
    pub(super) json: String,
}

impl Piece {
    /// Whether a page of this member that listens to these topics is told.
    pub(super) fn is_for(&self, member: MemberId, topics: &[Topic]) -> bool {
        self.except != Some(member) && !self.unless.iter().any(|topic| topics.contains(topic))
    }
}

struct Seat {
    member: MemberId,
    locale: Locale,
    topics: Box<[Topic]>,
    queue: mpsc::Sender<Utf8Bytes>,
    ended: Arc<AtomicU8>,
}

#[derive(Default)]
struct Inner {
    next: u64,
    /// All transactions before this one have been handed out.
    mark: i64,
    seats: HashMap<u64, Seat>,
    topics: HashMap<Topic, HashSet<u64>>,
}

/// The seats.
pub struct Hub {
    pub(super) renders: Vec<Render>,
    inner: Mutex<Inner>,
}

/// A page's end of its seat; dropping it frees the seat.
pub(super) struct Ticket {
    hub: Arc<Hub>,
    id: u64,
    ended: Arc<AtomicU8>,
    pub(super) queue: mpsc::Receiver<Utf8Bytes>,
}

impl Hub {
    /// An empty hub that shows what these rooms render.
    pub fn new(renders: Vec<Render>) -> Self {
        Self { renders, inner: Mutex::default() }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many pages listen.
    pub fn open_pages(&self) -> usize {
        self.lock().seats.len()
    }

    /// Whether a member has as many pages open as anyone may.
    pub(super) fn is_full_for(&self, member: MemberId) -> bool {
        self.lock().seats.values().filter(|seat| seat.member == member).count() >= MOST_SEATS
    }

    /// A seat that hears nothing yet. It is taken before the topics are judged, so that losing a right in between
    /// already closes it.
    pub(super) fn sit(self: &Arc<Self>, member: MemberId, locale: Locale) -> Ticket {
        let (sender, queue) = mpsc::channel(QUEUE);
        let ended = Arc::new(AtomicU8::new(Ended::Anew as u8));
        let mut inner = self.lock();
        inner.next += 1;
        let id = inner.next;
        inner
            .seats
            .insert(id, Seat { member, locale, topics: Box::default(), queue: sender, ended: ended.clone() });
        Ticket { hub: self.clone(), id, ended, queue }
    }

    /// The mark up to which everything has been handed out.
    pub fn mark(&self) -> i64 {
        self.lock().mark
    }

    /// Begins at a mark.
    pub(super) fn begin(&self, mark: i64) {
        self.lock().mark = mark;
    }

    /// The languages that someone listens in.
    pub(super) fn locales(&self) -> Vec<Locale> {
        let inner = self.lock();
        Locale::ALL
            .into_iter()
            .filter(|locale| inner.seats.values().any(|seat| seat.locale == *locale))
            .collect()
    }

    /// Hands a batch out and moves the mark.
    pub(super) fn publish(&self, mark: i64, pieces: &[Piece]) {
        let mut inner = self.lock();
        inner.mark = mark;
        let mut wanted: HashMap<u64, Vec<usize>> = HashMap::new();
        for (place, piece) in pieces.iter().enumerate() {
            for id in inner.topics.get(&piece.topic).into_iter().flatten() {
                let seat = inner.seats.get(id);
                if seat.is_some_and(|seat| {
                    seat.locale == piece.locale && piece.is_for(seat.member, &seat.topics)
                }) {
                    wanted.entry(*id).or_default().push(place);
                }
            }
        }
        // Pages that hear the same share one text.
        let mut texts: HashMap<Vec<usize>, Utf8Bytes> = HashMap::new();
        for (id, places) in wanted {
            let text = texts.entry(places).or_insert_with_key(|places| joined(pieces, places)).clone();
            let full = inner.seats.get(&id).is_some_and(|seat| seat.queue.try_send(text).is_err());
            if full {
                inner.end(id, Ended::Behind);
            }
        }
    }

    /// Takes a member's seats away.
    pub(super) fn end_member(&self, member: MemberId, why: Ended) {
        self.end_where(why, |seat| seat.member == member);
    }

    /// Takes all seats away.
    pub(super) fn end_all(&self, why: Ended) {
        self.end_where(why, |_| true);
    }

    /// Tells the pages of a topic to ask whether they may still be shown, and takes their seats away before they hear
    /// more of it.
    pub(super) fn turn_out(&self, topic: Topic) {
        let mut inner = self.lock();
        let ids: Vec<u64> = inner.topics.get(&topic).into_iter().flatten().copied().collect();
        for id in ids {
            if let Some(seat) = inner.seats.get(&id) {
                let _ = seat.queue.try_send(Utf8Bytes::from_static(r#"{"k":"ask"}"#));
            }
            inner.end(id, Ended::Anew);
        }
    }

    fn end_where(&self, why: Ended, which: impl Fn(&Seat) -> bool) {
        let mut inner = self.lock();
        let ids: Vec<u64> = inner.seats.iter().filter(|(_, seat)| which(seat)).map(|(id, _)| *id).collect();
        for id in ids {
            inner.end(id, why);
        }
    }
}

impl Inner {
    /// Takes a seat away; its page notices when its queue ends.
    fn end(&mut self, id: u64, why: Ended) {
        let Some(seat) = self.seats.remove(&id) else {
            return;
        };
        seat.ended.store(why as u8, Ordering::Release);
        for topic in seat.topics {
            if let Some(ids) = self.topics.get_mut(&topic) {
                ids.remove(&id);
                if ids.is_empty() {
                    self.topics.remove(&topic);
                }
            }
        }
    }
}

fn joined(pieces: &[Piece], places: &[usize]) -> Utf8Bytes {
    let texts: Vec<&str> =
        places.iter().filter_map(|place| Some(pieces.get(*place)?.json.as_str())).collect();
    match texts.as_slice() {
        [one] => Utf8Bytes::from((*one).to_owned()),
        many => Utf8Bytes::from(format!("[{}]", many.join(","))),
    }
}

impl Ticket {
    /// Listens to judged topics from now on, each of them named once, and answers the mark where "now" is. None when the
    /// seat is gone.
    pub(super) fn listen(&self, topics: &[Topic]) -> Option<i64> {
        let mut inner = self.hub.lock();
        let inner = &mut *inner;
        let seat = inner.seats.get_mut(&self.id)?;
        seat.topics = topics.into();
        for topic in topics {
            inner.topics.entry(*topic).or_default().insert(self.id);
        }
        Some(inner.mark)
    }

    /// Why the queue ended.
    pub(super) fn why(&self) -> Ended {
        match self.ended.load(Ordering::Acquire) {
            1 => Ended::Behind,
            2 => Ended::ForGood,
            _ => Ended::Anew,
        }
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.hub.lock().end(self.id, Ended::Anew);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::kernel::GroupId;

    fn member(n: u128) -> MemberId {
        MemberId(Uuid::from_u128(n))
    }

    fn group(n: u128) -> Topic {
        Topic::Group(GroupId(Uuid::from_u128(n)))
    }

    fn piece(topic: Topic, json: &str) -> Piece {
        Piece { topic, locale: Locale::Fr, except: None, unless: Arc::default(), json: json.to_owned() }
    }

    #[test]
    fn a_batch_reaches_those_who_listen_as_one_text() {
        let hub = Arc::new(Hub::new(Vec::new()));
        let (mut both, mut one) = (hub.sit(member(1), Locale::Fr), hub.sit(member(2), Locale::Fr));
        let mut english = hub.sit(member(3), Locale::En);
        both.listen(&[group(1), group(2)]);
        one.listen(&[group(2)]);
        english.listen(&[group(1)]);
        hub.publish(7, &[piece(group(1), "1"), piece(group(2), "2")]);
        assert_eq!(both.queue.try_recv().unwrap().as_str(), "[1,2]");
        assert_eq!(one.queue.try_recv().unwrap().as_str(), "2");
        assert!(english.queue.try_recv().is_err());
        assert_eq!(hub.mark(), 7);
    }

    #[test]
    fn authors_are_not_told_of_their_own() {
        let hub = Arc::new(Hub::new(Vec::new()));
        let mut author = hub.sit(member(1), Locale::Fr);
        author.listen(&[group(1)]);
        hub.publish(1, &[Piece { except: Some(member(1)), ..piece(group(1), "1") }]);
        assert!(author.queue.try_recv().is_err());
    }

    #[test]
    fn a_slow_page_loses_its_seat_and_others_do_not_notice() {
        let hub = Arc::new(Hub::new(Vec::new()));
        let (slow, mut quick) = (hub.sit(member(1), Locale::Fr), hub.sit(member(2), Locale::Fr));
        slow.listen(&[group(1)]);
        quick.listen(&[group(1)]);
        for n in 0..=QUEUE {
            hub.publish(1, &[piece(group(1), &n.to_string())]);
            assert_eq!(quick.queue.try_recv().unwrap().as_str(), n.to_string());
        }
        assert_eq!(slow.why(), Ended::Behind);
        assert_eq!(hub.open_pages(), 1);
    }

    #[test]
    fn a_seat_that_was_taken_away_cannot_listen() {
        let hub = Arc::new(Hub::new(Vec::new()));
        let ticket = hub.sit(member(1), Locale::Fr);
        hub.end_member(member(1), Ended::ForGood);
        assert_eq!(ticket.listen(&[group(1)]), None);
        assert_eq!(ticket.why(), Ended::ForGood);
        assert!(hub.lock().topics.is_empty());
    }
}
