//! A place in JSON text, and the grammar around it.
//!
//! Every function either moves past one thing that is well formed or says where the text breaks the grammar. Nothing here
//! knows a schema, and nothing recurses: text of any depth is walked with a list of what is open.

use super::error::{ErrorKind, JsonError, Malformed};
use super::number::{Number, scan};
use super::token::{Kind, RawText, Span, plain_length};

/// A place in a text.
#[derive(Clone, Copy)]
pub struct Cursor<'t> {
    text: &'t [u8],
    at: usize,
    /// What is wrong here, once something is.
    fault: ErrorKind,
}

// What every byte passes through is inlined, because the size-optimised build would call it.
#[allow(clippy::inline_always, reason = "measured: half the time of a page")]
impl<'t> Cursor<'t> {
    /// Stands at the start of a text.
    pub const fn new(text: &'t [u8]) -> Self {
        Self {
            text,
            at: 0,
            fault: ErrorKind::Ended,
        }
    }

    /// The whole text.
    pub const fn text(&self) -> &'t [u8] {
        self.text
    }

    /// The offset in the text.
    #[inline(always)]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The text of a stretch; empty for offsets that are none.
    pub fn slice(&self, span: Span) -> &'t [u8] {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The byte here.
    #[inline(always)]
    pub fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Moves by some bytes.
    #[inline(always)]
    fn advance(&mut self, bytes: usize) {
        // No text is as long as offsets go.
        self.at = self.at.wrapping_add(bytes);
    }

    /// Moves past white space.
    pub fn space(&mut self) {
        if self.peek() <= Some(b' ') {
            self.spaces();
        }
    }

    fn spaces(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.advance(1);
        }
    }

    /// Moves past one byte if it stands here.
    #[inline(always)]
    pub fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.advance(1);
        }
        found
    }

    /// Notes that something else was due here.
    pub fn wrong(&mut self, kind: ErrorKind) -> Malformed {
        let ended = self.at >= self.text.len();
        self.fault = if ended { ErrorKind::Ended } else { kind };
        Malformed
    }

    /// What is wrong here.
    pub const fn error(&self) -> JsonError {
        JsonError {
            offset: self.at,
            kind: self.fault,
        }
    }

    /// Moves past white space and says what value stands there.
    pub fn kind(&mut self) -> Result<Kind, Malformed> {
        self.space();
        match self.peek() {
            Some(b'"') => Ok(Kind::Text),
            Some(b'{') => Ok(Kind::Object),
            Some(b'[') => Ok(Kind::List),
            Some(b'-' | b'0'..=b'9') => Ok(Kind::Number),
            Some(b't' | b'f') => Ok(Kind::Boolean),
            Some(b'n') => Ok(Kind::Null),
            _ => Err(self.wrong(ErrorKind::Value)),
        }
    }

    /// Moves past `null`, `true` or `false`.
    pub fn word(&mut self) -> Result<(), Malformed> {
        let word: &[u8] = match self.peek() {
            Some(b't') => b"true",
            Some(b'f') => b"false",
            _ => b"null",
        };
        for byte in word {
            if !self.eat(*byte) {
                return Err(self.wrong(ErrorKind::Value));
            }
        }
        Ok(())
    }

    /// The text from here on.
    #[inline(always)]
    fn rest(&self) -> &'t [u8] {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Moves past a number.
    pub fn number(&mut self) -> Result<(Number<'t>, Span), Malformed> {
        let start = self.at;
        let (number, length, whole) = scan(self.rest());
        self.advance(length);
        let span = Span {
            start,
            end: self.at,
        };
        if whole {
            Ok((number, span))
        } else {
            Err(self.wrong(ErrorKind::Number))
        }
    }

    /// Moves past a string.
    pub fn string(&mut self) -> Result<RawText<'t>, Malformed> {
        let start = self.at;
        let escaped = self.pass_string()?;
        let span = Span {
            start,
            end: self.at,
        };
        let inner = Span {
            start: start.saturating_add(1),
            end: self.at.saturating_sub(1),
        };
        Ok(RawText {
            raw: self.slice(inner),
            escaped,
            span,
        })
    }

    /// Moves past a string whose text nobody asks for. Says whether there are escapes in it.
    pub fn pass_string(&mut self) -> Result<bool, Malformed> {
        if !self.eat(b'"') {
            return Err(self.wrong(ErrorKind::Name));
        }
        let mut escaped = false;
        loop {
            self.advance(plain_length(self.rest()));
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                _ => return Err(self.wrong(ErrorKind::Control)),
            }
        }
        self.advance(1);
        Ok(escaped)
    }

    /// Moves past one escape. Half a surrogate pair is legal in JSON text.
    fn escape(&mut self) -> Result<(), Malformed> {
        self.advance(1);
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.advance(1),
            Some(b'u') => {
                self.advance(1);
                for _ in 0..4 {
                    if !self.peek().is_some_and(|byte| byte.is_ascii_hexdigit()) {
                        return Err(self.wrong(ErrorKind::Escape));
                    }
                    self.advance(1);
                }
            }
            _ => return Err(self.wrong(ErrorKind::Escape)),
        }
        Ok(())
    }

    /// Moves past a value of any depth, noting the numbers in it that `JSON.parse` would damage.
    pub fn skip(&mut self, damaged: &mut Vec<Span>) -> Result<(), Malformed> {
        let mut open: Vec<Kind> = Vec::new();
        loop {
            let kind = self.kind()?;
            match kind {
                Kind::Text => {
                    self.pass_string()?;
                }
                Kind::Number => {
                    let (number, span) = self.number()?;
                    if number.is_damaged_by_parse() {
                        damaged.push(span);
                    }
                }
                Kind::Null | Kind::Boolean => {
                    self.word()?;
                }
                Kind::List | Kind::Object => {
                    self.advance(1);
                    if !self.closes(kind) {
                        open.push(kind);
                        self.member(kind)?;
                        continue;
                    }
                }
            }
            if !self.leave(&mut open)? {
                return Ok(());
            }
        }
    }

    /// After a value: closes what ends here, and says whether another value is due.
    fn leave(&mut self, open: &mut Vec<Kind>) -> Result<bool, Malformed> {
        while let Some(kind) = open.last().copied() {
            if !self.ends(kind)? {
                self.member(kind)?;
                return Ok(true);
            }
            open.pop();
        }
        Ok(false)
    }

    /// Moves past a member's name, where members have one.
    fn member(&mut self, kind: Kind) -> Result<(), Malformed> {
        if kind == Kind::Object {
            self.space();
            self.pass_string()?;
            self.colon()?;
        }
        Ok(())
    }

    /// Moves past the start of a list or an object, and past its end if it is empty, and says so.
    pub fn opens(&mut self, kind: Kind) -> bool {
        self.advance(1);
        self.closes(kind)
    }

    /// Moves past white space and the end of a list or an object, if it stands there.
    #[inline]
    pub fn closes(&mut self, kind: Kind) -> bool {
        self.space();
        self.eat(if kind == Kind::Object { b'}' } else { b']' })
    }

    /// After an item or a member: moves past the end of the list or object, and says so, or past a comma.
    pub fn ends(&mut self, kind: Kind) -> Result<bool, Malformed> {
        if self.closes(kind) {
            return Ok(true);
        }
        if self.eat(b',') {
            Ok(false)
        } else {
            Err(self.wrong(ErrorKind::Comma))
        }
    }

    /// Moves past a known text if it stands here.
    #[inline(always)]
    pub fn eat_all(&mut self, text: &[u8]) -> bool {
        let found = starts_with(self.rest(), text);
        if found {
            self.advance(text.len());
        }
        found
    }

    /// Moves past a member's name and its colon.
    pub fn name(&mut self) -> Result<RawText<'t>, Malformed> {
        self.space();
        let name = self.string()?;
        self.colon()?;
        Ok(name)
    }

    fn colon(&mut self) -> Result<(), Malformed> {
        self.space();
        if self.eat(b':') {
            Ok(())
        } else {
            Err(self.wrong(ErrorKind::Colon))
        }
    }

    /// Checks that nothing but white space follows.
    pub fn end(&mut self) -> Result<(), Malformed> {
        self.space();
        if self.peek().is_none() {
            Ok(())
        } else {
            Err(self.wrong(ErrorKind::Trailing))
        }
    }
}

/// Whether bytes start with others, eight at a time: what the compiler has for it compares one by one.
fn starts_with(bytes: &[u8], start: &[u8]) -> bool {
    let Some(same) = bytes.get(..start.len()) else {
        return false;
    };
    let ((words, rest), (due, last)) = (same.as_chunks::<8>(), start.as_chunks::<8>());
    let words = words.iter().zip(due);
    let mut words = words.map(|(word, due)| (u64::from_le_bytes(*word), u64::from_le_bytes(*due)));
    words.all(|(word, due)| word == due) && rest.iter().zip(last).all(|(byte, due)| byte == due)
}
