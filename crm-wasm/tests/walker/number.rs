//! Numbers judged by their digits, against a real float parser.

use crm_wasm::json::number::parse;
use proptest::prelude::*;

/// Decimal numbers of all sizes, many of them at the edges of what a double holds.
fn number() -> impl Strategy<Value = String> {
    let digits = prop_oneof![
        "0",
        "[1-9][0-9]{0,20}",
        "179769313486231[5-6][0-9]{0,4}",
        "900719925474099[0-9]"
    ];
    let fraction = prop_oneof![
        Just(String::new()),
        "\\.[0-9]{1,20}",
        "\\.0{1,330}[0-9]{1,3}"
    ];
    let exponent = prop_oneof![
        Just(String::new()),
        "[eE][+-]?[0-9]{1,2}",
        "[eE]-?(29[0-9]|3[0-4][0-9])",
        "e-?[0-9]{18,22}"
    ];
    (prop_oneof!["", "-"], digits, fraction, exponent)
        .prop_map(|(sign, a, b, c)| sign + &a + &b + &c)
}

proptest! {
    #![proptest_config(crate::cases(4_000))]

    #[test]
    fn damage_is_infinity_or_a_vanished_number_or_an_integer_without_its_neighbours(text in number()) {
        let parsed: f64 = text.parse().unwrap();
        let number = parse(text.as_bytes()).unwrap();
        let whole = !text.contains(['.', 'e', 'E']);
        let zero = text.split(['e', 'E']).next().unwrap().chars().all(|c| matches!(c, '0' | '.' | '-'));
        let damaged = if whole {
            parsed.abs() > 9_007_199_254_740_991.0
        } else {
            parsed.is_infinite() || (parsed == 0.0 && !zero)
        };
        if damaged {
            prop_assert!(number.is_damaged_by_parse(), "{text} passed as {parsed}");
        } else if number.is_damaged_by_parse() {
            // At the very edges a number is quoted though it would round to a finite one.
            prop_assert!(parsed.abs() >= f64::MAX || parsed.abs() <= 5e-324, "{text} was quoted");
        }
    }

    #[test]
    fn an_exact_number_prints_as_it_was(text in number()) {
        let number = parse(text.as_bytes()).unwrap();
        if number.is_exact() {
            let parsed: f64 = text.parse().unwrap();
            prop_assert!(parsed.is_finite());
            prop_assert!(same_digits(&text, &format!("{parsed:e}")), "{text} printed as {parsed:e}");
        }
    }

    #[test]
    fn fifteen_digits_are_exact(mantissa in -999_999_999_999_999_i64..1_000_000_000_000_000, places in 1_usize..15) {
        let text = format!("{}{:0width$}", if mantissa < 0 { "-" } else { "" }, mantissa.abs(), width = places + 1);
        let (whole, fraction) = text.split_at(text.len() - places);
        let text = format!("{whole}.{fraction}");
        let number = parse(text.as_bytes()).unwrap();
        prop_assert!(number.is_exact() && number.is_plain() && !number.is_whole(), "{text}");
    }

    #[test]
    fn nothing_else_is_a_number(text in "[-+0-9.eE ]{0,8}") {
        let json = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok() && text.trim() == text;
        prop_assert_eq!(parse(text.as_bytes()).is_some(), json);
    }
}

/// Whether two numbers have the same significant digits and size.
fn same_digits(a: &str, b: &str) -> bool {
    significant(a) == significant(b)
}

/// The digits without zeros at either end, and the power of ten of the first.
fn significant(text: &str) -> (String, i64) {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa
        .trim_start_matches('-')
        .split_once('.')
        .unwrap_or((mantissa.trim_start_matches('-'), ""));
    let digits = format!("{whole}{fraction}");
    let kept = digits.trim_start_matches('0');
    let size =
        i64::try_from(whole.len()).unwrap() - i64::try_from(digits.len() - kept.len()).unwrap();
    let digits = kept.trim_end_matches('0').to_owned();
    let exponent: i64 = exponent.parse().unwrap_or(0);
    if digits.is_empty() {
        (digits, 0)
    } else {
        (digits, size + exponent)
    }
}
