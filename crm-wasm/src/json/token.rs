//! The pieces of JSON text: what a value is, where it stands, how a string is written.

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
    pub raw: &'t [u8],
    /// Whether there are escapes in it.
    pub escaped: bool,
    /// Where it stands, quotes included.
    pub span: Span,
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// How many bytes stand before the first quote, backslash or control character, eight at a time.
pub fn plain_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut length: usize = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        // Control characters stay below 0x20 without their second bit, the quote becomes 0x20. The lowest bit set is exact;
        // carries can only set bits above it.
        let found = (below(word ^ ONES.wrapping_mul(2), 0x21)
            | below(word ^ ONES.wrapping_mul(0x5c), 1))
            & !word
            & HIGHS;
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

/// Marks the bytes of a word that are below a limit of at most 0x80, and some from 0x80 on.
const fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(ONES.wrapping_mul(limit))
}

/// How many bytes are not ASCII, eight at a time.
pub fn wide_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let marks = words.iter().map(|word| u64::from_le_bytes(*word) & HIGHS);
    let wide = marks.fold(0_u32, |sum, marks| sum.wrapping_add(marks.count_ones()));
    let rest = rest.iter().filter(|byte| !byte.is_ascii()).count();
    (wide as usize).saturating_add(rest)
}

/// How many bytes stand before the first that is not ASCII, eight at a time.
pub fn ascii_length(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut length: usize = 0;
    for word in words {
        let found = u64::from_le_bytes(*word) & HIGHS;
        if found != 0 {
            return length.saturating_add((found.trailing_zeros() >> 3) as usize);
        }
        length = length.saturating_add(8);
    }
    let ascii = rest.iter().take_while(|byte| byte.is_ascii()).count();
    length.saturating_add(ascii)
}
