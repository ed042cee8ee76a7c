//! A place in JSON text, and the grammar around it.
//!
//! Every function either moves past one thing that is well formed or says where the text breaks the grammar. Nothing here
//! knows a schema, and nothing recurses: text of any depth is walked with a list of what is open.

use super::error::{ErrorKind, JsonError};
use super::number::{Number, scan};

/// A place in a text.
#[derive(Clone, Copy)]
pub struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

/// What a value is, by its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// `[…]`
    List,
    /// `{…}`
    Object,
}

/// A stretch of the text, by its offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Where it starts.
    pub start: usize,
    /// The offset after its end.
    pub end: usize,
}

/// A string as it is written.
#[derive(Clone, Copy)]
pub struct RawText<'t> {
    /// What stands between the quotes.
    pub raw: &'t str,
    /// Whether there are escapes in it.
    pub escaped: bool,
    /// Where it stands, quotes included.
    pub span: Span,
}

impl<'t> Cursor<'t> {
    /// Stands at the start of a text.
    pub const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The offset in the text.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The text of a stretch; empty for offsets that are none.
    pub fn slice(&self, span: Span) -> &'t str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The byte here.
    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves by some bytes.
    fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// Moves past white space.
    pub fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.advance(1);
        }
    }

    /// Moves past one byte if it stands here.
    pub fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.advance(1);
        }
        found
    }

    /// Moves past white space and then a byte that must follow.
    pub fn expect(&mut self, byte: u8, kind: ErrorKind) -> Result<(), JsonError> {
        self.space();
        if self.eat(byte) {
            Ok(())
        } else {
            Err(self.wrong(kind))
        }
    }

    /// The error that something else was due here.
    pub fn wrong(&self, kind: ErrorKind) -> JsonError {
        let kind = if self.at < self.text.len() {
            kind
        } else {
            ErrorKind::Ended
        };
        JsonError {
            offset: self.at,
            kind,
        }
    }

    /// Moves past white space and says what value stands there.
    pub fn kind(&mut self) -> Result<Kind, JsonError> {
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

    /// Moves past `null`, `true` or `false` and gives it.
    pub fn word(&mut self) -> Result<&'static str, JsonError> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let word = match self.peek() {
            Some(b't') => "true",
            Some(b'f') => "false",
            _ => "null",
        };
        let same = rest
            .iter()
            .zip(word.bytes())
            .take_while(|(found, due)| **found == *due)
            .count();
        self.advance(same);
        if same == word.len() {
            Ok(word)
        } else {
            Err(self.wrong(ErrorKind::Value))
        }
    }

    /// Moves past a number.
    pub fn number(&mut self) -> Result<(Number<'t>, Span), JsonError> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let (number, length, whole) = scan(rest);
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
    pub fn string(&mut self) -> Result<RawText<'t>, JsonError> {
        let start = self.at;
        if !self.eat(b'"') {
            return Err(self.wrong(ErrorKind::Name));
        }
        let mut escaped = false;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            self.advance(plain_length(rest));
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                _ => return Err(self.wrong(ErrorKind::Control)),
            }
        }
        let inner = Span {
            start: start.saturating_add(1),
            end: self.at,
        };
        self.advance(1);
        Ok(RawText {
            raw: self.slice(inner),
            escaped,
            span: Span {
                start,
                end: self.at,
            },
        })
    }

    /// Moves past one escape. Half a surrogate pair is legal in JSON text.
    fn escape(&mut self) -> Result<(), JsonError> {
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
    pub fn skip(&mut self, damaged: &mut Vec<Span>) -> Result<(), JsonError> {
        let mut open: Vec<Kind> = Vec::new();
        loop {
            let kind = self.kind()?;
            match kind {
                Kind::Text => {
                    self.string()?;
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
    fn leave(&mut self, open: &mut Vec<Kind>) -> Result<bool, JsonError> {
        while let Some(kind) = open.last().copied() {
            if !self.closes(kind) {
                self.comma()?;
                self.member(kind)?;
                return Ok(true);
            }
            open.pop();
        }
        Ok(false)
    }

    /// Moves past a member's name, where members have one.
    fn member(&mut self, kind: Kind) -> Result<(), JsonError> {
        if kind == Kind::Object {
            self.name()?;
        }
        Ok(())
    }

    /// Moves past white space and the end of a list or an object, if it stands there.
    pub fn closes(&mut self, kind: Kind) -> bool {
        self.space();
        self.eat(if kind == Kind::Object { b'}' } else { b']' })
    }

    /// Moves past the comma between two members.
    pub fn comma(&mut self) -> Result<(), JsonError> {
        self.expect(b',', ErrorKind::Comma)
    }

    /// Moves past a member's name and its colon.
    pub fn name(&mut self) -> Result<RawText<'t>, JsonError> {
        self.space();
        let name = self.string()?;
        self.expect(b':', ErrorKind::Colon)?;
        Ok(name)
    }

    /// Checks that nothing but white space follows.
    pub fn end(&mut self) -> Result<(), JsonError> {
        self.space();
        if self.peek().is_none() {
            Ok(())
        } else {
            Err(self.wrong(ErrorKind::Trailing))
        }
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// How many bytes stand before the first quote, backslash or control character, eight at a time.
fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut length: usize = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        // The lowest bit set is exact; carries can only set bits above it.
        let found = below(word ^ (ONES.wrapping_mul(0x22)), 1)
            | below(word ^ (ONES.wrapping_mul(0x5c)), 1)
            | below(word, 0x20);
        if found != 0 {
            return length.saturating_add((found.trailing_zeros() >> 3) as usize);
        }
        length = length.saturating_add(8);
    }
    let plain = rest
        .iter()
        .take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20))
        .count();
    length.saturating_add(plain)
}

/// Marks the bytes of a word that are below a limit of at most 0x80.
const fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(ONES.wrapping_mul(limit)) & !word & HIGHS
}
