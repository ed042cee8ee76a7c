//! Numbers, judged by their digits.
//!
//! The questions asked here (does a double carry this, is it whole) need no floating point, and core's float parser would
//! be a tenth of the whole module.

/// 2^53 − 1, the largest integer whose neighbours a double also carries.
const SAFE: &[u8] = b"9007199254740991";
/// Digits of a number that are looked at, enough for any double.
const HEAD: usize = 17;
/// The head of the largest double, `1.7976931348623157e308`.
const LARGEST: (i64, u64) = (308, 17_976_931_348_623_157);
/// Below `2.5e-324` a number rounds to zero.
const SMALLEST: (i64, u64) = (-324, 25_000_000_000_000_000);

/// A number as it is written.
#[derive(Clone, Copy)]
pub struct Number<'t> {
    text: &'t [u8],
    /// Where the digits before the point end, then those behind it.
    whole_end: usize,
    fraction_end: usize,
}

/// Reads a number at the start of a text: gives it, the length that was well formed, and whether that is a whole number
/// by the grammar.
pub fn scan(bytes: &[u8]) -> (Number<'_>, usize, bool) {
    let start = usize::from(bytes.first() == Some(&b'-'));
    let whole_end = digits_end(bytes, start);
    let mut end = whole_end;
    let leading_zero = bytes.get(start) == Some(&b'0') && whole_end > start.saturating_add(1);
    let mut sound = whole_end > start && !leading_zero;
    if leading_zero {
        end = start.saturating_add(1);
    }
    if sound && bytes.get(end) == Some(&b'.') {
        let point = end.saturating_add(1);
        end = digits_end(bytes, point);
        sound = end > point;
    }
    let fraction_end = end;
    if sound && matches!(bytes.get(end), Some(b'e' | b'E')) {
        end = end.saturating_add(1);
        if matches!(bytes.get(end), Some(b'+' | b'-')) {
            end = end.saturating_add(1);
        }
        let exponent = end;
        end = digits_end(bytes, exponent);
        sound = end > exponent;
    }
    let text = bytes.get(..end).unwrap_or_default();
    (
        Number {
            text,
            whole_end,
            fraction_end,
        },
        end,
        sound,
    )
}

/// The number a text is, and nothing else.
pub fn parse(text: &[u8]) -> Option<Number<'_>> {
    let (number, length, sound) = scan(text);
    (sound && length == text.len()).then_some(number)
}

/// The offset after the digits that start at an offset.
fn digits_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    start.saturating_add(rest.iter().take_while(|byte| byte.is_ascii_digit()).count())
}

impl<'t> Number<'t> {
    /// The number as it is written.
    pub const fn text(&self) -> &'t [u8] {
        self.text
    }

    /// Whether it is written without a fraction and an exponent.
    pub fn is_whole(&self) -> bool {
        self.whole_end == self.text.len()
    }

    /// Whether it is written without an exponent.
    pub fn is_plain(&self) -> bool {
        self.fraction_end == self.text.len()
    }

    /// Whether it has a minus sign.
    pub fn is_negative(&self) -> bool {
        self.text.first() == Some(&b'-')
    }

    /// Whether it is whole and a double carries it and both its neighbours.
    pub fn is_safe(&self) -> bool {
        let digits = self.text.strip_prefix(b"-").unwrap_or(self.text);
        self.is_whole()
            && (digits.len() < SAFE.len() || (digits.len() == SAFE.len() && digits <= SAFE))
    }

    /// Whether a double prints as it again, zeros at the end aside.
    pub fn is_exact(&self) -> bool {
        if self.is_whole() {
            return self.is_safe();
        }
        let decimal = self.decimal();
        let in_range = decimal.size.0 >= -307 && decimal.size <= LARGEST;
        decimal.count == 0 || (decimal.count <= 15 && in_range)
    }

    /// Whether `JSON.parse` would make another number of it: of an integer beyond 2^53 − 1, of a number beyond the
    /// largest double (Infinity), of one too close to zero.
    pub fn is_damaged_by_parse(&self) -> bool {
        if self.is_whole() {
            return !self.is_safe();
        }
        let Decimal { count, size } = self.decimal();
        count > 0 && (size > LARGEST || size < SMALLEST)
    }

    /// Its size, by its digits.
    fn decimal(&self) -> Decimal {
        let mantissa = self.text.get(..self.fraction_end).unwrap_or_default();
        let digits = mantissa.iter().filter(|byte| byte.is_ascii_digit());
        let (mut count, mut length, mut head) = (0_usize, 0_usize, 0_u64);
        for digit in digits.skip_while(|digit| **digit == b'0') {
            length = length.wrapping_add(1);
            if *digit != b'0' {
                count = length;
            }
            if length <= HEAD {
                head = head
                    .wrapping_mul(10)
                    .wrapping_add(u64::from(digit.wrapping_sub(b'0')));
            }
        }
        for _ in length..HEAD {
            head = head.wrapping_mul(10);
        }
        let behind = self
            .fraction_end
            .saturating_sub(self.whole_end)
            .saturating_sub(1);
        let before = i64::try_from(length).unwrap_or(i64::MAX);
        let behind = i64::try_from(behind).unwrap_or(i64::MAX);
        let exponent = self
            .exponent()
            .saturating_add(before.wrapping_sub(behind))
            .saturating_sub(1);
        Decimal {
            count,
            size: (exponent, head),
        }
    }

    /// The exponent that is written.
    fn exponent(&self) -> i64 {
        let written = self
            .text
            .get(self.fraction_end.saturating_add(1)..)
            .unwrap_or_default();
        let size =
            written
                .iter()
                .filter(|byte| byte.is_ascii_digit())
                .fold(0_i64, |size, digit| {
                    size.saturating_mul(10)
                        .saturating_add(i64::from(digit.wrapping_sub(b'0')))
                });
        if written.first() == Some(&b'-') {
            size.saturating_neg()
        } else {
            size
        }
    }
}

/// How a number would be written as `d.ddd × 10^exponent`.
struct Decimal {
    /// Digits from the first to the last that is not zero; none in a zero.
    count: usize,
    /// The exponent, then the first 17 digits.
    size: (i64, u64),
}
