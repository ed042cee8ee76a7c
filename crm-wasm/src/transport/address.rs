//! The portal's addresses: which are accepted, and what in them is secret.

/// A checked REST address.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    /// The address that method names are appended to; ends in a slash.
    pub base: String,
    /// The host, with its port where one is written.
    pub host: String,
    /// The webhook's secret; empty for addresses that hold none.
    pub secret: String,
}

/// Reads a webhook's address, `https://example.bitrix24.com/rest/1/secret/`.
///
/// Fails with the end of a sentence about the address. It never repeats any of it: it may hold a secret.
pub fn webhook(text: &str) -> Result<Address, &'static str> {
    const SHAPE: &str = "is not a webhook's address (https://example.bitrix24.com/rest/1/secret/, as the portal shows it)";
    let (scheme, host, path) = split(text)?;
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let (Some(secret), Some(user), Some("rest")) = (parts.last(), from_end(&parts, 2), from_end(&parts, 3)) else {
        return Err(SHAPE);
    };
    let names_user = !user.is_empty() && user.bytes().all(|byte| byte.is_ascii_digit());
    if !names_user || !secret.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(SHAPE);
    }
    Ok(Address { base: join(scheme, host, &parts), host: host.to_owned(), secret: (*secret).to_owned() })
}

/// Reads a portal's REST address, `https://example.bitrix24.com/rest/`.
pub fn endpoint(text: &str) -> Result<Address, &'static str> {
    let (scheme, host, path) = split(text)?;
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        return Err("has no path: a portal's REST address ends in /rest/");
    }
    Ok(Address { base: join(scheme, host, &parts), host: host.to_owned(), secret: String::new() })
}

/// The REST address of the portal whose page embeds the app. The page says where REST is; the host is the page's own.
pub fn beside(origin: &str, path: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let parts = if parts.is_empty() { vec!["rest"] } else { parts };
    [origin, "/", &parts.join("/"), "/"].concat()
}

/// Whether a host may stand in an address: a name or an IP address, with a port or without.
pub fn is_host(host: &str) -> bool {
    let (name, port) = without_port(host);
    // Names in other scripts are the engine's to encode; what would end the host or hide another is not let through.
    let letter = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let bracketed = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let named = match bracketed {
        Some(ip) => !ip.is_empty() && ip.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')),
        None => !name.is_empty() && name.chars().all(letter),
    };
    named && port.is_none_or(|port| !port.is_empty() && port.len() <= 5 && port.bytes().all(|it| it.is_ascii_digit()))
}

/// Whether a host is one of the listed ones: `example.bitrix24.com`, or `*.bitrix24.com` for any name below.
pub fn is_listed(host: &str, patterns: &[String]) -> bool {
    let name = without_port(host).0.to_ascii_lowercase();
    patterns.iter().any(|pattern| {
        let pattern = pattern.to_ascii_lowercase();
        match pattern.strip_prefix('*') {
            Some(tail) if tail.starts_with('.') => name.len() > tail.len() && name.ends_with(tail),
            _ => pattern == name || pattern == host.to_ascii_lowercase(),
        }
    })
}

/// Scheme, host and path; the scheme is checked against the host.
fn split(text: &str) -> Result<(&'static str, &str, &str), &'static str> {
    let text = text.trim();
    let (scheme, rest) = match (text.strip_prefix("https://"), text.strip_prefix("http://")) {
        (Some(rest), _) => ("https://", rest),
        (_, Some(rest)) => ("http://", rest),
        _ => return Err("does not start with https://"),
    };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if !is_host(host) {
        return Err("has no valid host name");
    }
    if path.contains(|c: char| matches!(c, '?' | '#' | '\\' | '%') || c.is_whitespace() || c.is_control()) {
        return Err("has more than a path after the host name");
    }
    if path.split('/').any(|part| part == "." || part == "..") {
        return Err("has dots for a part of its path");
    }
    if scheme == "http://" && !is_loopback(host) {
        return Err("starts with http://, which is accepted for loopback only: use https://");
    }
    Ok((scheme, host, path))
}

/// Whether a host is this machine.
fn is_loopback(host: &str) -> bool {
    let name = without_port(host).0.to_ascii_lowercase();
    let octets: Vec<&str> = name.split('.').collect();
    let is_ip = octets.len() == 4 && octets.iter().all(|octet| octet.parse::<u8>().is_ok());
    name == "localhost" || name.ends_with(".localhost") || name == "[::1]" || is_ip && octets.first() == Some(&"127")
}

fn without_port(host: &str) -> (&str, Option<&str>) {
    match host.rsplit_once(':') {
        // The last colon of a bare IPv6 address in brackets is no port's.
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    }
}

fn from_end<'p>(parts: &[&'p str], place: usize) -> Option<&'p str> {
    parts.iter().rev().nth(place.saturating_sub(1)).copied()
}

fn join(scheme: &str, host: &str, parts: &[&str]) -> String {
    [scheme, host, "/", &parts.join("/"), "/"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_webhook_is_split_into_base_host_and_secret() {
        for written in [
            "https://example.bitrix24.com/rest/1/s3cr3t/",
            "https://example.bitrix24.com/rest/1/s3cr3t",
            " https://example.bitrix24.com//rest/1/s3cr3t// ",
        ] {
            let address = webhook(written).unwrap();
            assert_eq!(address.base, "https://example.bitrix24.com/rest/1/s3cr3t/");
            assert_eq!(address.host, "example.bitrix24.com");
            assert_eq!(address.secret, "s3cr3t");
        }
    }

    #[test]
    fn a_portal_below_a_path_and_one_with_a_port_are_accepted() {
        assert!(webhook("https://intra.example:8443/portal/rest/12/s3cr3t/").is_ok());
        assert!(endpoint("https://портал.рф/rest/").is_ok());
    }

    #[test]
    fn http_is_for_loopback_only() {
        for host in ["localhost", "localhost:8124", "127.0.0.1:8124", "127.1.2.3", "[::1]:80", "x.localhost"] {
            assert!(webhook(&format!("http://{host}/rest/1/s3cr3t/")).is_ok(), "{host}");
        }
        for host in ["example.com", "127.0.0.1.example.com", "10.0.0.1", "localhost.example.com", "127.0.0.256"] {
            assert!(webhook(&format!("http://{host}/rest/1/s3cr3t/")).is_err(), "{host}");
        }
    }

    #[test]
    fn what_is_no_webhook_is_refused_without_repeating_it() {
        for written in [
            "",
            "example.bitrix24.com/rest/1/s3cr3t/",
            "ftp://example.com/rest/1/s3cr3t/",
            "https:///rest/1/s3cr3t/",
            "https://user:s3cr3t@example.com/rest/1/s3cr3t/",
            "https://example.com\\@evil/rest/1/s3cr3t/",
            "https://example.com/rest/1/",
            "https://example.com/rest/s3cr3t/1x/",
            "https://example.com/rest/1/s3cr3t/?a=1",
            "https://example.com/rest/1/../s3cr3t/",
            "https://example.com/rest/1/s3cr3t/profile.json",
            "https://example.com:port/rest/1/s3cr3t/",
        ] {
            let problem = webhook(written).unwrap_err();
            assert!(!problem.contains("s3cr3t"), "{problem}");
        }
    }

    #[test]
    fn an_endpoint_needs_a_path_and_loses_double_slashes() {
        assert_eq!(endpoint("https://example.com//rest//").unwrap().base, "https://example.com/rest/");
        assert!(endpoint("https://example.com").is_err());
    }

    #[test]
    fn the_page_cannot_move_rest_to_another_host() {
        assert_eq!(beside("https://example.com", "/rest"), "https://example.com/rest/");
        assert_eq!(beside("https://example.com", "//evil.example/rest"), "https://example.com/evil.example/rest/");
        assert_eq!(beside("http://127.0.0.1:8124", ""), "http://127.0.0.1:8124/rest/");
    }

    #[test]
    fn listed_hosts_match_whole_names() {
        let patterns = ["*.bitrix24.com".to_owned(), "crm.example".to_owned(), "localhost:8124".to_owned()];
        for host in ["a.bitrix24.com", "A.Bitrix24.com", "crm.example", "crm.example:8443", "localhost:8124"] {
            assert!(is_listed(host, &patterns), "{host}");
        }
        for host in ["bitrix24.com", "evilbitrix24.com", "a.bitrix24.com.evil", "x.crm.example", "localhost:9"] {
            assert!(!is_listed(host, &patterns), "{host}");
        }
    }
}
