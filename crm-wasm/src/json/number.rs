//! Numbers, judged by their digits.
//!
//! The questions asked here (does a double carry this, is it whole) need no floating point, and core's float parser would
//! be a tenth of the whole module.

use core::cmp::Ordering;

/// 2^53 − 1, the largest integer whose neighbours a double also carries.
const SAFE: &str = "9007199254740991";
/// The digits of the largest double, `1.7976931348623157e308`.
const LARGEST: &[u8] = b"17976931348623157";
/// Below `2.5e-324` a number rounds to zero.
const SMALLEST: &[u8] = b"25";

/// A number as it is written.
#[derive(Clone, Copy)]
pub struct Number<'t> {
    text: &'t str,
    /// Where the digits before the point end, then those behind it.
    whole_end: usize,
    fraction_end: usize,
}

/// Reads a number at the start of a text: gives it, the length that was well formed, and whether that is a whole number
/// by the grammar.
pub fn scan(text: &str) -> (Number<'_>, usize, bool) {
    let bytes = text.as_bytes();
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
    let text = text.get(..end).unwrap_or_default();
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
pub fn parse(text: &str) -> Option<Number<'_>> {
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
    pub const fn text(&self) -> &'t str {
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
        self.text.starts_with('-')
    }

    /// Whether it is whole and a double carries it and both its neighbours.
    pub fn is_safe(&self) -> bool {
        let digits = self.text.strip_prefix('-').unwrap_or(self.text);
        self.is_whole()
            && (digits.len() < SAFE.len() || (digits.len() == SAFE.len() && digits <= SAFE))
    }

    /// Whether a double prints as it again, zeros at the end aside.
    pub fn is_exact(&self) -> bool {
        if self.is_whole() {
            return self.is_safe();
        }
        let decimal = self.decimal();
        decimal.count == 0
            || (decimal.count <= 15 && decimal.exponent >= -307 && !self.is_too_large(&decimal))
    }

    /// Whether `JSON.parse` would make another number of it: of an integer beyond 2^53 − 1, of a number beyond the
    /// largest double (Infinity), of one too close to zero.
    pub fn is_damaged_by_parse(&self) -> bool {
        if self.is_whole() {
            return !self.is_safe();
        }
        let decimal = self.decimal();
        decimal.count > 0 && (self.is_too_large(&decimal) || self.is_too_small(&decimal))
    }

    /// The number as a double, to about 15 digits: good for seconds, not for money.
    #[allow(clippy::cast_precision_loss, reason = "the digits kept fit a double")]
    pub fn approximate(&self) -> f64 {
        let mut value: f64 = 0.0;
        // The power of ten of the digit behind the last one taken.
        let mut shift = self.decimal().exponent;
        for digit in self.significant().take(17) {
            value = value * 10.0 + f64::from(digit.wrapping_sub(b'0'));
            shift = shift.saturating_sub(1);
        }
        shift = shift.saturating_add(1).clamp(-400, 400);
        while shift != 0 {
            value = if shift > 0 {
                value * 10.0
            } else {
                value / 10.0
            };
            shift = shift.saturating_sub(shift.signum());
        }
        if self.is_negative() { -value } else { value }
    }

    /// The digits from the first that is not zero.
    fn significant(&self) -> impl Iterator<Item = u8> {
        let mantissa = self
            .text
            .as_bytes()
            .get(..self.fraction_end)
            .unwrap_or_default();
        let digits = mantissa.iter().copied().filter(u8::is_ascii_digit);
        digits.skip_while(|digit| *digit == b'0')
    }

    /// Its size, as powers of ten.
    fn decimal(&self) -> Decimal {
        let mut exponent = self.exponent().saturating_sub(1);
        let mut count: usize = 0;
        let mut length: usize = 0;
        for digit in self.significant() {
            length = length.saturating_add(1);
            if digit != b'0' {
                count = length;
            }
        }
        let behind = self
            .fraction_end
            .saturating_sub(self.whole_end)
            .saturating_sub(1);
        exponent = exponent.saturating_add(i64::try_from(length).unwrap_or(i64::MAX));
        exponent = exponent.saturating_sub(i64::try_from(behind).unwrap_or(i64::MAX));
        Decimal { count, exponent }
    }

    /// The exponent that is written.
    fn exponent(&self) -> i64 {
        let written = self
            .text
            .get(self.fraction_end.saturating_add(1)..)
            .unwrap_or_default();
        let size = written
            .bytes()
            .filter(u8::is_ascii_digit)
            .fold(0_i64, |size, digit| {
                size.saturating_mul(10)
                    .saturating_add(i64::from(digit.wrapping_sub(b'0')))
            });
        if written.starts_with('-') {
            size.saturating_neg()
        } else {
            size
        }
    }

    fn is_too_large(&self, decimal: &Decimal) -> bool {
        let digits = || self.significant().take(LARGEST.len());
        decimal.exponent > 308
            || (decimal.exponent == 308
                && digits().cmp(LARGEST.iter().copied()) == Ordering::Greater)
    }

    fn is_too_small(&self, decimal: &Decimal) -> bool {
        decimal.exponent < -324
            || (decimal.exponent == -324
                && self.significant().cmp(SMALLEST.iter().copied()) == Ordering::Less)
    }
}

/// How a number would be written as `d.ddd × 10^exponent`.
struct Decimal {
    /// Digits from the first to the last that is not zero; none in a zero.
    count: usize,
    exponent: i64,
}
