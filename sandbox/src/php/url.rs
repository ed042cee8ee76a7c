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
    let Some(colon) = url.find(':') else {
        return match url.strip_prefix("//") {
            Some(rest) => with_host(rest),
            None => Some(just_path(url)),
        };
    };
    let scheme = &url[..colon];
    let is_scheme = scheme
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-'));
    if colon == 0 || !is_scheme {
        return without_scheme(url, colon);
    }
    let rest = &url[colon + 1..];
    if rest.is_empty() {
        return Some(Parts::default());
    }
    if rest.starts_with('/') {
        return after_scheme(scheme, rest);
    }
    // `host:80` and `host:80/path` look like a scheme, too.
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends = rest.len() == digits || rest[digits..].starts_with('/');
    if ends && (1..6).contains(&digits) {
        return with_host(url);
    }
    Some(just_path(rest))
}

fn without_scheme(url: &str, colon: usize) -> Option<Parts<'_>> {
    // A colon that could introduce a port makes PHP look for one.
    if colon + 1 < url.len() && colon < head(url).len() {
        let digits = url[colon + 1..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let end = colon + 1 + digits;
        let ends = url.len() == end || url[end..].starts_with('/');
        if (1..6).contains(&digits) && ends {
            return with_host(url.strip_prefix("//").unwrap_or(url));
        }
    }
    match url.strip_prefix("//") {
        Some(rest) => with_host(rest),
        None => Some(just_path(url)),
    }
}

fn after_scheme<'a>(scheme: &str, rest: &'a str) -> Option<Parts<'a>> {
    let Some(host) = rest.strip_prefix("//") else {
        return Some(just_path(rest));
    };
    if scheme.eq_ignore_ascii_case("file") && host.starts_with('/') {
        return Some(just_path(host));
    }
    with_host(host)
}

/// What follows `host[:port]`; a host there must be.
fn with_host(text: &str) -> Option<Parts<'_>> {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (authority, rest) = text.split_at(end);
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let (host, port) = match host.rsplit_once(':') {
        Some((host, port)) if !host.ends_with(']') || !port.is_empty() => (host, port),
        _ => (host, ""),
    };
    let port_is_sound = port.len() < 6 && (port.is_empty() || port.parse::<u16>().is_ok());
    if host.is_empty() || !port_is_sound {
        return None;
    }
    if rest.is_empty() {
        return Some(Parts::default());
    }
    let parts = just_path(rest);
    Some(Parts {
        path: parts.path.filter(|path| !path.is_empty()),
        ..parts
    })
}

/// What stands before the query and the fragment.
fn head(text: &str) -> &str {
    text.split(['?', '#']).next().unwrap_or_default()
}

fn just_path(text: &str) -> Parts<'_> {
    let whole = text.split('#').next().unwrap_or_default();
    let (path, query) = match whole.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (whole, None),
    };
    Parts {
        // Only a wholly empty address has an empty path.
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
