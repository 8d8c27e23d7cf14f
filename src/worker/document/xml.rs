//! The words between the marks of an XML file. Read as it is unpacked and never held whole: deep or endless ones cost no
//! more than others, and entities of their own are not followed.

use std::io::{BufReader, Read};

use quick_xml::{Reader, events::Event};

use super::{Unread, sink::Sink};

/// Which marks hold words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// Of Microsoft: words stand in elements of their own.
    Office,
    /// Of `LibreOffice`: words stand in paragraphs and headings.
    Open,
    /// Of books: words stand wherever they like.
    Page,
}

impl Marks {
    /// Elements with words that nobody sees, or sees twice.
    fn hides(self, name: &str) -> bool {
        match self {
            // The second is what older programs show instead of the first.
            Self::Office => name == "Fallback",
            Self::Open => name == "tracked-changes",
            Self::Page => matches!(name, "head" | "script" | "style"),
        }
    }

    /// Elements that hold words.
    fn holds(self, name: &str) -> bool {
        match self {
            Self::Office => name == "t",
            Self::Open => matches!(name, "p" | "h"),
            Self::Page => matches!(name, "body"),
        }
    }

    /// Elements at whose end a line ends.
    fn breaks(self, name: &str) -> bool {
        match self {
            Self::Office => matches!(name, "p" | "tr"),
            Self::Open => matches!(name, "p" | "h"),
            Self::Page => matches!(
                name,
                "p" | "div" | "li" | "td" | "th" | "tr" | "br" | "section" | "h1" | "h2" | "h3" | "h4"
            ),
        }
    }

    /// Elements that stand for a space.
    fn spaces(self, name: &str) -> bool {
        match self {
            Self::Office => matches!(name, "tab" | "br" | "cr"),
            Self::Open => matches!(name, "s" | "tab" | "line-break"),
            Self::Page => false,
        }
    }
}

/// Reads the words of one file.
pub(super) fn read(from: impl Read, marks: Marks, sink: &mut Sink<'_>) -> Result<(), Unread> {
    let mut reader = Reader::from_reader(BufReader::new(from));
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_dangling_amp = true;
    let (mut buffer, mut hidden, mut held) = (Vec::new(), 0_u32, 0_u32);
    while !sink.is_full() {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| Unread::Broken)?;
        match &event {
            Event::Start(start) => {
                let name = start.local_name();
                let name: &str = name.as_ref();
                hidden += u32::from(marks.hides(name));
                held += u32::from(marks.holds(name));
                if marks.spaces(name) {
                    sink.space();
                }
            }
            Event::Empty(empty) => {
                let name = empty.local_name();
                if marks.spaces(name.as_ref()) {
                    sink.space();
                } else if marks.breaks(name.as_ref()) {
                    sink.line();
                }
            }
            Event::End(end) => {
                let name = end.local_name();
                let name: &str = name.as_ref();
                hidden = hidden.saturating_sub(u32::from(marks.hides(name)));
                held = held.saturating_sub(u32::from(marks.holds(name)));
                if marks.breaks(name) {
                    sink.line();
                }
            }
            Event::Text(text) if hidden == 0 && held > 0 => sink.push(text),
            Event::CData(text) if hidden == 0 && held > 0 => sink.push(text),
            Event::GeneralRef(named) if hidden == 0 && held > 0 => {
                let sign = match named.resolve_char_ref() {
                    Ok(Some(sign)) => Some(sign),
                    _ => of_name(named),
                };
                sink.push(sign.unwrap_or(' ').encode_utf8(&mut [0; 4]));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
    Ok(())
}

fn of_name(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}
