//! One field of a record as a person reads it.

/// A part of a card with a heading.
#[derive(Debug)]
pub struct Section {
    /// The key of its heading.
    pub title: &'static str,
    /// Its fields.
    pub rows: Vec<Row>,
}

/// A field with its title.
#[derive(Debug)]
pub struct Row {
    /// The wire's name.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// What it holds.
    pub value: Value,
}

impl Row {
    /// Whether it needs the whole width.
    pub fn wide(&self) -> bool {
        matches!(self.value, Value::Lines(_))
    }
}

/// What a field holds, ready to be read.
#[derive(Debug)]
pub enum Value {
    /// Nothing.
    Unset,
    /// A line of text.
    Text(String),
    /// Text of several lines.
    Lines(String),
    /// Another record, with its page.
    Record {
        /// The path of its page.
        href: String,
        /// What it is called.
        name: String,
    },
    /// Ways to reach somebody.
    Reaches(Vec<Reach>),
}

/// A phone number, an e-mail address, a site.
#[derive(Clone, Debug)]
pub struct Reach {
    /// As it was entered.
    pub value: String,
    /// Where it leads, when it can be followed.
    pub href: Option<String>,
    /// What it is for: `Work`, `Home`.
    pub kind: String,
}

impl Reach {
    /// A way to reach somebody, of a multi-field's type (`PHONE`) and kind (`WORK`).
    pub fn new(type_id: &str, value_type: &str, value: &str) -> Self {
        Self {
            value: value.to_owned(),
            href: href(type_id, value),
            kind: sentence(value_type),
        }
    }
}

// Only addresses that cannot be scripts become links: what is stored came from anyone.
fn href(type_id: &str, value: &str) -> Option<String> {
    let lower = value.to_ascii_lowercase();
    match type_id {
        "PHONE" => {
            let digits: String = value
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect();
            (!digits.is_empty()).then(|| format!("tel:{digits}"))
        }
        "EMAIL" => value.contains('@').then(|| format!("mailto:{value}")),
        "WEB" if lower.starts_with("https://") || lower.starts_with("http://") => {
            Some(value.to_owned())
        }
        _ => None,
    }
}

fn sentence(code: &str) -> String {
    let mut letters = code.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_ascii_uppercase())
        .into_iter();
    first
        .chain(letters.map(|letter| letter.to_ascii_lowercase()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_never_becomes_a_link() {
        for value in [
            "javascript:alert(1)",
            " JavaScript:alert(1)",
            "data:text/html,x",
        ] {
            assert_eq!(Reach::new("WEB", "WORK", value).href, None, "{value}");
        }
    }

    #[test]
    fn a_phone_is_dialled_by_its_digits() {
        let phone = Reach::new("PHONE", "MOBILE", "+1 (212) 555-0147");
        assert_eq!(phone.href.as_deref(), Some("tel:+12125550147"));
        assert_eq!(phone.kind, "Mobile");
    }
}
