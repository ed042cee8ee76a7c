//! PHP's `parse_url`, as far as its path and query.

/// The path and the query of an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts<'a> {
    /// The path; none where there is none, which is not an empty one.
    pub path: Option<&'a str>,
    /// The query, without its question mark.
    pub query: Option<&'a str>,
}

/// Takes an address apart; none when PHP finds it malformed.
pub fn parse(url: &str) -> Option<Parts<'_>> {
    let Some((scheme, rest)) = url.split_once(':') else {
        return relative(url);
    };
    if scheme.is_empty() {
        return around_port(url, rest);
    }
    if !scheme.bytes().all(is_of_scheme) {
        // Only a colon before the query can introduce a port.
        let before_query = !scheme.contains(['?', '#']);
        return if before_query && !rest.is_empty() {
            around_port(url, rest)
        } else {
            relative(url)
        };
    }
    if rest.is_empty() {
        return Some(Parts::default());
    }
    if rest.starts_with('/') {
        return after_scheme(scheme, rest);
    }
    // `host:80` and `host:80/path` begin like a scheme, too.
    if is_port(rest) {
        return around_port(url, rest);
    }
    Some(just_path(rest))
}

fn is_of_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-')
}

/// Whether a port stands here, alone or before a path.
fn is_port(text: &str) -> bool {
    let digits = digits(text).len();
    (1..6).contains(&digits) && (text.len() == digits || text[digits..].starts_with('/'))
}

fn digits(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

/// An address whose first colon, before `rest`, is not that of a scheme.
fn around_port<'a>(url: &'a str, rest: &str) -> Option<Parts<'a>> {
    if is_port(rest) {
        let port: u16 = digits(rest).parse().ok()?;
        return with_host(url.strip_prefix("//").unwrap_or(url), port != 0);
    }
    if rest.is_empty() {
        return None;
    }
    relative(url)
}

fn relative(url: &str) -> Option<Parts<'_>> {
    match url.strip_prefix("//") {
        Some(rest) => with_host(rest, false),
        None => Some(just_path(url)),
    }
}

fn after_scheme<'a>(scheme: &str, rest: &'a str) -> Option<Parts<'a>> {
    let Some(place) = rest.strip_prefix("//") else {
        return Some(just_path(rest));
    };
    if scheme.eq_ignore_ascii_case("file") && place.starts_with('/') {
        // `file:///c:/folder`: the drive has no slash before it.
        let has_drive = place.as_bytes().get(2) == Some(&b':');
        return Some(just_path(&place[usize::from(has_drive)..]));
    }
    with_host(place, false)
}

/// What follows `user@host:port`; a host there must be. `knows_port` when the port was found.
fn with_host(text: &str, knows_port: bool) -> Option<Parts<'_>> {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (authority, rest) = text.split_at(end);
    let place = authority
        .rsplit_once('@')
        .map_or(authority, |(_, place)| place);
    let is_bracketed = place.starts_with('[') && place.ends_with(']');
    let host = match place.rsplit_once(':').filter(|_| !is_bracketed) {
        Some((_, port)) if !knows_port && !is_sound_port(port) => return None,
        Some((host, _)) => host,
        None => place,
    };
    if host.is_empty() {
        return None;
    }
    if rest.is_empty() {
        return Some(Parts::default());
    }
    Some(just_path(rest))
}

/// C's `strtol` finds a port in it, or it is empty.
fn is_sound_port(port: &str) -> bool {
    let number = port.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => (-1, number),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    let number: Option<i64> = digits(number).parse().ok();
    let fits = number.is_some_and(|number| (0..=65_535).contains(&(sign * number)));
    port.is_empty() || (port.len() <= 5 && fits)
}

fn just_path(text: &str) -> Parts<'_> {
    let whole = text.split('#').next().unwrap_or_default();
    let (path, query) = match whole.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (whole, None),
    };
    Parts {
        // Only where nothing at all follows is the path empty; before a query there is none.
        path: Some(path).filter(|path| !path.is_empty() || text.is_empty()),
        query,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_a_command_is_a_path_and_a_query() {
        let cases = [
            ("crm.lead.get?id=1", Some("crm.lead.get"), Some("id=1")),
            ("crm.lead.get", Some("crm.lead.get"), None),
            ("crm.lead.get#a?b", Some("crm.lead.get"), None),
            ("/crm.lead.get?id=1", Some("/crm.lead.get"), Some("id=1")),
            ("a?b=10:30", Some("a"), Some("b=10:30")),
            ("http://host/a?b", Some("/a"), Some("b")),
            ("a:80", None, None),
            ("?x=1", None, Some("x=1")),
            ("", Some(""), None),
        ];
        for (url, path, query) in cases {
            assert_eq!(parse(url), Some(Parts { path, query }), "{url:?}");
        }
        assert_eq!(parse("http://"), None);
    }
}
