//! The message protocol between a placement's frame and the portal page, as texts.
//!
//! The frame's name holds `DOMAIN|PROTOCOL|APP_SID`. A message to the page is `COMMAND:JSON:CALLBACK:APP_SID`, an answer is
//! `CALLBACK:JSON`; there is no way to say that something failed.

use super::address::is_host;

/// What a frame's name tells about the page that embeds it.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// The portal's host, with its port when it is not the usual one.
    pub host: String,
    /// The page's origin, which messages go to and must come from.
    pub origin: String,
    /// The number of this frame on the page.
    pub sid: String,
}

/// Reads a frame's name; `None` when no portal page gave it.
pub fn parse_name(name: &str) -> Option<Page> {
    let mut parts = name.split('|');
    let (host, protocol, sid) = (parts.next()?, parts.next()?, parts.next()?);
    if !is_host(host) || sid.is_empty() || sid.contains(':') || parts.next().is_some() {
        return None;
    }
    let (scheme, usual) = if protocol == "1" { ("https://", ":443") } else { ("http://", ":80") };
    // An origin never names its scheme's usual port.
    let host = host.strip_suffix(usual).unwrap_or(host).to_ascii_lowercase();
    Some(Page { origin: [scheme, &host].concat(), host, sid: sid.to_owned() })
}

/// Whether a command can be sent as text; one with a colon goes as an object.
pub fn is_textual(command: &str) -> bool {
    !command.contains(':')
}

/// A message to the page. `callback` is empty when no answer is expected.
pub fn compose(command: &str, json: &str, callback: &str, sid: &str) -> String {
    [command, json, callback, sid].join(":")
}

/// An answer's callback and its JSON, which may be empty.
pub fn split_answer(text: &str) -> Option<(&str, &str)> {
    text.split_once(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_name_gives_host_origin_and_number() {
        let page = parse_name("Example.bitrix24.com|1|0123456789abcdef").unwrap();
        assert_eq!(page.host, "example.bitrix24.com");
        assert_eq!(page.origin, "https://example.bitrix24.com");
        assert_eq!(page.sid, "0123456789abcdef");
    }

    #[test]
    fn the_protocol_chooses_the_scheme_and_a_port_stays() {
        for (name, origin) in [
            ("127.0.0.1:8124|0|s", "http://127.0.0.1:8124"),
            ("portal.example:8443|1|s", "https://portal.example:8443"),
            ("portal.example:443|1|s", "https://portal.example"),
            ("portal.example:80|0|s", "http://portal.example"),
            ("portal.example:80|1|s", "https://portal.example:80"),
        ] {
            assert_eq!(parse_name(name).unwrap().origin, origin, "{name}");
        }
    }

    #[test]
    fn other_names_are_no_portals() {
        for name in ["", "app", "a|b", "|1|s", "host|1|", "host|1|s:id", "ho st|1|s", "user@host|1|s", "host|1|s|more"] {
            assert_eq!(parse_name(name), None, "{name}");
        }
    }

    /// The page's own way to split: first the command, last the number, before it the callback, between them the JSON.
    #[test]
    fn colons_in_json_survive_the_pages_parser() {
        let text = compose("setTitle", r#"{"title":"a:b"}"#, "cb1", "sid");
        let parts: Vec<&str> = text.split(':').collect();
        let (middle, tail) = parts[1..].split_at(parts.len() - 3);
        assert_eq!((parts[0], middle.join(":").as_str(), tail), ("setTitle", r#"{"title":"a:b"}"#, &["cb1", "sid"][..]));
    }

    #[test]
    fn an_answer_is_split_at_its_first_colon() {
        assert_eq!(split_answer(r#"cb1:{"a":1}"#), Some(("cb1", r#"{"a":1}"#)));
        assert_eq!(split_answer("cb1:"), Some(("cb1", "")));
        assert_eq!(split_answer("noise"), None);
    }
}
