//! Amounts of money as people read them.

use rusqlite::types::Value as Stored;

use crate::store::records::Record;

/// The amount in a field with its currency, `12,000.00 USD`; `None` for nothing.
pub fn of(record: &Record, field: &str) -> Option<String> {
    let amount = match *record.value(field) {
        Stored::Real(amount) if amount != 0.0 => amount,
        _ => return None,
    };
    let digits = format!("{amount:.2}");
    let (whole, cents) = digits.split_once('.')?;
    Some(format!(
        "{}.{cents} {}",
        grouped(whole),
        record.text("CURRENCY_ID")
    ))
}

fn grouped(whole: &str) -> String {
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|chunk| std::str::from_utf8(chunk).ok())
        .collect();
    format!("{sign}{}", groups.join(","))
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        for (digits, shown) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567", "-1,234,567"),
        ] {
            assert_eq!(grouped(digits), shown);
        }
    }
}
