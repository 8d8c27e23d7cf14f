//! The text of a PDF: signs on a page, each at its place. Where words and lines end, the places say.

use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask,
    font::{Glyph, GlyphRun},
    hayro_cmap::{BfString, WritingMode},
    hayro_syntax::{DecryptionError, LoadPdfError, Pdf},
    interpret_page,
    kurbo::{Affine, BezPath, Point, Rect, Vec2},
};
use unicode_normalization::UnicodeNormalization as _;

use super::{Unread, sink::Sink};

/// Most pages that are looked at.
const MOST_PAGES: usize = 2_000;
/// A gap of this part of the font's size is a space.
const GAP: f64 = 0.15;
/// A step to the side of this part of the font's size is another line.
const STEP: f64 = 0.5;

pub(super) fn read(file: &[u8], sink: &mut Sink<'_>) -> Result<(), Unread> {
    let pdf = Pdf::new(file.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Unread::Password,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Unread::Broken,
    })?;
    if pdf.pages().is_empty() {
        return Err(Unread::Broken);
    }
    let cache = InterpreterCache::new();
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let whole = Rect::new(-1e6, -1e6, 1e6, 1e6);
        let mut context =
            Context::new(Affine::IDENTITY, whole, &cache, pdf.xref(), InterpreterSettings::default());
        let mut words = Words { line: String::new(), last: None, sink };
        interpret_page(page, &mut context, &mut words);
        words.end_line();
        sink.line();
        sink.write();
        if sink.is_full() {
            break;
        }
    }
    Ok(())
}

/// Listens to what is drawn, and hears the words alone.
struct Words<'s, 'a> {
    /// The line so far.
    line: String,
    last: Option<Last>,
    sink: &'s mut Sink<'a>,
}

/// The sign that came last, and the run it stood in.
struct Last {
    /// Where the next sign of the word would stand.
    end: Point,
    /// Where the run began, and how many signs it had.
    run: (Point, usize),
}

impl Words<'_, '_> {
    fn end_line(&mut self) {
        let line: String = self.line.nfkc().collect();
        self.sink.push(&line);
        self.sink.line();
        self.line.clear();
    }

    /// What lies between a sign and the one before it.
    fn gap(&mut self, at: Point, along: Vec2, first: char) {
        let Some(last) = &self.last else { return };
        let size = along.hypot();
        let step = at - last.end;
        let (ahead, aside) = (step.dot(along) / size / size, step.cross(along).abs() / size / size);
        if aside > STEP {
            // A word that was cut at the end of the line.
            let mut end = self.line.chars().rev();
            if first.is_lowercase()
                && matches!(end.next(), Some('-' | '\u{AD}' | '\u{2010}'))
                && end.next().is_some_and(char::is_alphabetic)
            {
                self.line.pop();
            } else {
                self.end_line();
            }
        } else if !(-0.5..GAP).contains(&ahead) {
            self.line.push(' ');
        }
    }
}

impl<'a> Device<'a> for Words<'_, '_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let mut begin = None;
        for glyph in run.glyphs() {
            if self.sink.is_full() {
                return;
            }
            let place = props.transform * glyph.transform();
            let at = place * Point::ZERO;
            let along = place * Point::new(1_000.0, 0.0) - at;
            let size = along.hypot();
            if !at.is_finite() || !size.is_finite() || size == 0.0 {
                continue;
            }
            // Filled and then outlined, or printed twice to look bold: it is read once.
            let run_is = *begin.get_or_insert((at, run.glyphs().len()));
            if let Some(last) = &self.last
                && last.run.1 == run_is.1
                && last.run.0.distance(at) < size * 0.05
                && at == run_is.0
            {
                return;
            }
            let text = match glyph.as_unicode() {
                Some(BfString::Char(sign)) => sign.to_string(),
                Some(BfString::String(signs)) => signs,
                None => String::from(' '),
            };
            if run.writing_mode() == WritingMode::Horizontal
                && let Some(first) = text.chars().next()
            {
                self.gap(at, along, first);
            }
            self.line.push_str(&text);
            let width = match &**glyph {
                Glyph::Outline(glyph) => glyph.advance_width(),
                Glyph::Type3(glyph) => glyph.advance_width(),
            };
            let end = place * Point::new(f64::from(width.unwrap_or(500.0)), 0.0);
            self.last = Some(Last { end, run: run_is });
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn pop_clip(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}
