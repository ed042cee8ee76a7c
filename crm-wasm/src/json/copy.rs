//! A text written anew with few changes: what stays is copied in long stretches.

use super::escape::push_character;
use super::token::{Span, ascii_length, wide_length};

/// Copies a text to an output, except where told otherwise.
pub struct Copy<'t, 'o> {
    text: &'t [u8],
    out: &'o mut Vec<u8>,
    /// Where the stretch starts that is not written yet.
    pending: usize,
    /// Whether characters beyond ASCII are written as escapes.
    escapes: bool,
}

impl<'t, 'o> Copy<'t, 'o> {
    /// Copies from an offset on.
    pub const fn new(text: &'t [u8], start: usize, out: &'o mut Vec<u8>) -> Self {
        Self {
            text,
            out,
            pending: start,
            escapes: false,
        }
    }

    /// The same for `JSON.parse`, which takes half as long where a few characters beyond ASCII are escaped: a single one makes
    /// the text two bytes wide for the engine. Where they are many, escapes take longer: then all stay as they are.
    pub fn to_parse(text: &'t [u8], start: usize, out: &'o mut Vec<u8>) -> Self {
        let wide = wide_length(text);
        let escapes = (1..=text.len() >> 3).contains(&wide);
        // An escape is at most three times as long as its character.
        let longer = if escapes { wide << 1 } else { 0 };
        out.reserve(text.len().saturating_add(longer));
        Self {
            escapes,
            ..Self::new(text, start, out)
        }
    }

    /// Writes something in place of a stretch.
    pub fn replace(&mut self, span: Span, with: &[u8]) {
        self.until(span.start);
        self.push(with);
        self.pending = span.end;
    }

    /// Writes another text in place of the one between the quotes of a string.
    pub fn replace_text(&mut self, span: Span, with: &[u8]) {
        let start = span.start.saturating_add(1);
        let end = span.end.saturating_sub(1);
        self.replace(Span { start, end }, with);
    }

    /// Writes a stretch in quotes.
    pub fn quote(&mut self, span: Span) {
        self.until(span.start);
        self.push(b"\"");
        self.until(span.end);
        self.push(b"\"");
    }

    /// Writes what is pending up to an offset.
    pub fn until(&mut self, end: usize) {
        let mut stretch = self.text.get(self.pending..end).unwrap_or_default();
        self.pending = end;
        while self.escapes {
            let ascii = stretch.split_at_checked(ascii_length(stretch));
            let (ascii, wide) = ascii.unwrap_or_default();
            self.push(ascii);
            let Some((first, after)) = wide.split_first() else {
                return;
            };
            stretch = push_character(self.out, *first, after);
        }
        self.push(stretch);
    }

    /// Leaves out what is pending up to an offset.
    pub const fn skip_to(&mut self, offset: usize) {
        self.pending = offset;
    }

    /// Writes something of its own.
    pub fn push(&mut self, text: &[u8]) {
        self.out.extend_from_slice(text);
    }
}
