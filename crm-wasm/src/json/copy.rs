//! A text written anew with few changes: what stays is copied in long stretches.

use super::token::Span;

/// Copies a text to an output, except where told otherwise.
pub struct Copy<'t, 'o> {
    text: &'t str,
    out: &'o mut String,
    /// Where the stretch starts that is not written yet.
    pending: usize,
}

impl<'t, 'o> Copy<'t, 'o> {
    /// Copies from an offset on.
    pub const fn new(text: &'t str, start: usize, out: &'o mut String) -> Self {
        Self {
            text,
            out,
            pending: start,
        }
    }

    /// Writes something in place of a stretch.
    pub fn replace(&mut self, span: Span, with: &str) {
        self.until(span.start);
        self.out.push_str(with);
        self.pending = span.end;
    }

    /// Writes another text in place of the one between the quotes of a string.
    pub fn replace_text(&mut self, span: Span, with: &str) {
        let start = span.start.saturating_add(1);
        let end = span.end.saturating_sub(1);
        self.replace(Span { start, end }, with);
    }

    /// Writes a stretch in quotes.
    pub fn quote(&mut self, span: Span) {
        self.until(span.start);
        self.out.push('"');
        self.until(span.end);
        self.out.push('"');
    }

    /// Writes what is pending up to an offset.
    pub fn until(&mut self, end: usize) {
        self.out
            .push_str(self.text.get(self.pending..end).unwrap_or_default());
        self.pending = end;
    }

    /// Leaves out what is pending up to an offset.
    pub const fn skip_to(&mut self, offset: usize) {
        self.pending = offset;
    }

    /// Writes something of its own.
    pub fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }
}
