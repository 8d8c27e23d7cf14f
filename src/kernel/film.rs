//! What films, and sounds in the same boxes, say of the place and the device they were made with, which nobody meant to publish (SECURITY H-06).
//!
//! Phones write the place into the index of a film, beside the titles, and call a spoken note after it. Such boxes of MP4 and `QuickTime` (ISO 14496-12) are
//! turned into empty space of the same length while the film passes, so that every other byte stays where the index says
//! it is, and the film is never whole in memory. Of a box only its header is read: there is nothing to decode, and what
//! makes no sense is passed on as it came.

/// Lets a film through, piece by piece, without what it says of itself.
#[derive(Debug, Default)]
pub struct Film {
    /// Where the boxes end that are being read inside.
    ends: Vec<u64>,
    /// How many bytes went through.
    at: u64,
    /// A header that has not come whole.
    header: Vec<u8>,
    /// How much is left of a box, and whether it is made empty.
    left: u64,
    blank: bool,
}

/// What is done with a box.
enum Fate {
    Inside,
    Keep,
    Blank,
}

impl Film {
    /// The pass for a file of this name; none for what is no film of this kind.
    pub fn named(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        ["mp4", "m4v", "mov", "m4a"].contains(&ending.as_str()).then(Self::default)
    }

    /// The next piece, as it is kept. The beginning of a box may wait for the piece after it.
    pub fn pass(&mut self, mut piece: &[u8]) -> Vec<u8> {
        let mut kept = Vec::with_capacity(piece.len() + self.header.len());
        while let Some(first) = piece.first() {
            if self.left > 0 {
                let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(piece.len());
                let (now, later) = piece.split_at(most);
                if self.blank {
                    kept.resize(kept.len() + now.len(), 0);
                } else {
                    kept.extend_from_slice(now);
                }
                self.at += now.len() as u64;
                self.left -= now.len() as u64;
                piece = later;
            } else if self.short() {
                // Too little for a box: the end of the one around it.
                (self.left, self.blank) =
                    (self.ends.last().map_or(0, |end| end.saturating_sub(self.at)), false);
            } else {
                self.header.push(*first);
                piece = piece.get(1..).unwrap_or_default();
                self.open(&mut kept);
            }
        }
        kept
    }

    /// What waited for more, at the end.
    pub fn end(self) -> Vec<u8> {
        self.header
    }

    /// Leaves the boxes that have ended; says whether what is left of the one around cannot hold another.
    fn short(&mut self) -> bool {
        if !self.header.is_empty() {
            return false;
        }
        while self.ends.last().is_some_and(|end| *end <= self.at) {
            self.ends.pop();
        }
        self.ends.last().is_some_and(|end| end - self.at < 8)
    }

    /// Goes into a box whose header has come.
    fn open(&mut self, kept: &mut Vec<u8>) {
        let Some((size, long)) = length(&self.header) else { return };
        let head = self.header.len() as u64;
        let room = self.ends.last().map_or(u64::MAX, |end| end.saturating_sub(self.at));
        let name = self.header.get(4..8).unwrap_or_default();
        let to_the_end = size == 0 && !long;
        let what = if !to_the_end && (size < head || size > room) { Fate::Keep } else { self.what(name) };
        let size = if to_the_end || size < head || size > room { room } else { size };
        if let (Fate::Blank, Some(name)) = (&what, self.header.get_mut(4..8)) {
            name.copy_from_slice(b"free");
        }
        match what {
            Fate::Inside => self.ends.push(self.at.saturating_add(size)),
            Fate::Keep | Fate::Blank => self.left = size.saturating_sub(head),
        }
        self.blank = matches!(what, Fate::Blank);
        self.at += head;
        kept.append(&mut self.header);
    }

    fn what(&self, name: &[u8]) -> Fate {
        match (self.ends.len(), name) {
            (0, b"moov") | (1, b"trak") => Fate::Inside,
            (_, b"udta" | b"meta" | b"uuid") => Fate::Blank,
            _ => Fate::Keep,
        }
    }
}

/// How long a box says it is, and whether it says so at length; none while its header has not come whole.
fn length(header: &[u8]) -> Option<(u64, bool)> {
    let said = u64::from(u32::from_be_bytes(header.get(..4)?.try_into().ok()?));
    header.get(..8)?;
    if said != 1 {
        return Some((said, false));
    }
    Some((u64::from_be_bytes(header.get(8..16)?.try_into().ok()?), true))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: &[u8] = b"+48.8577+002.295/";

    fn boxed(name: [u8; 4], inside: &[u8]) -> Vec<u8> {
        let size = u32::try_from(inside.len() + 8).unwrap().to_be_bytes();
        [&size[..], &name, inside].concat()
    }

    fn long(name: [u8; 4], inside: &[u8]) -> Vec<u8> {
        let size = (inside.len() as u64 + 16).to_be_bytes();
        [&1_u32.to_be_bytes()[..], &name, &size, inside].concat()
    }

    /// A film as phones write them: the place in three boxes, the pictures around.
    fn film() -> Vec<u8> {
        let place = boxed(*b"udta", &boxed(*b"\xA9xyz", PLACE));
        let apple = boxed(*b"meta", &[b"com.apple.quicktime.location.ISO6709", PLACE].concat());
        let trak = boxed(
            *b"trak",
            &[boxed(*b"tkhd", b"head"), long(*b"meta", PLACE), boxed(*b"mdia", b"udta")].concat(),
        );
        let moov = boxed(*b"moov", &[boxed(*b"mvhd", b"head"), trak, place, apple, vec![0; 4]].concat());
        [
            boxed(*b"ftyp", b"isom"),
            long(*b"mdat", &[b"moov udta ", PLACE].concat()),
            moov,
            boxed(*b"uuid", PLACE),
            boxed(*b"free", b""),
        ]
        .concat()
    }

    fn passed(film: &[u8], piece: usize) -> Vec<u8> {
        let mut pass = Film::named("Fête.MOV").unwrap();
        let mut kept: Vec<u8> = film.chunks(piece).flat_map(|piece| pass.pass(piece)).collect();
        kept.extend(pass.end());
        kept
    }

    fn count(film: &[u8], words: &[u8]) -> usize {
        film.windows(words.len()).filter(|window| *window == words).count()
    }

    #[test]
    fn a_film_loses_its_place_and_nothing_moves() {
        let film = film();
        let kept = passed(&film, usize::MAX);
        // What looks like a place among the pictures is none.
        assert_eq!((count(&film, PLACE), count(&kept, PLACE)), (5, 1));
        assert_eq!((count(&kept, b"xyz"), count(&kept, b"apple"), count(&kept, b"meta")), (0, 0, 0));
        assert_eq!((count(&kept, b"free"), count(&kept, b"mdiaudta")), (5, 1));
        assert_eq!(film.len(), kept.len());
        for words in [&b"mdat"[..], b"moov", b"mvhd", b"tkhd", b"mdia"] {
            let place = |film: &[u8]| film.windows(4).rposition(|window| window == words);
            assert_eq!(place(&film), place(&kept));
        }
        for piece in 1..40 {
            assert!(passed(&film, piece) == kept, "in pieces of {piece}");
        }
        assert!(passed(&kept, 7) == kept);
    }

    #[test]
    fn what_is_no_film_passes_as_it_is() {
        for bytes in [
            &b""[..],
            b"abc",
            b"\0\0\0\x03moov",
            b"\0\0\0\x01moov\0\0",
            b"\xFF\xFF\xFF\xFFmoov\xFF\xFF\xFF\xFFtrak\0\0\0\x08udt",
            b"\0\0\0\0mdatudta",
            b"\0\0\0\x10moov\0\0\0\x01trak\0\0\0\x08udta\0\0\0\x08free",
            b"\0\0\0\x10moov\0\0\0\x64udtaxxxx",
            b"\0\0\0\x01moov\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\0\0\x08trak",
        ] {
            for piece in 1..9 {
                assert_eq!(passed(bytes, piece), bytes, "{bytes:?}");
            }
        }
        assert!(Film::named("Fête.mp3").is_none() && Film::named("mp4").is_none());
    }
}
