//! What is put into a request's body beside the parameters.

/// The body with an access token in it.
///
/// In the body, because the portal's CORS answer does not allow an `Authorization` header. As the last member, because there
/// the last of two equal names counts.
pub fn with_token(object: &str, token: &str) -> String {
    let members = object.trim_end().strip_suffix('}').unwrap_or("{");
    let comma = if members.trim_end().ends_with('{') { "" } else { "," };
    let mut body = [members, comma, "\"auth\":"].concat();
    quote(token, &mut body);
    body.push('}');
    body
}

/// Appends a text as a JSON string.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if u32::from(c) < 0x20 => push_unicode_escape(c, out),
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Appends a control character as `\u00XX`.
fn push_unicode_escape(c: char, out: &mut String) {
    out.push_str("\\u00");
    for nibble in [u32::from(c) >> 4, u32::from(c) & 15] {
        out.push(char::from_digit(nibble, 16).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_the_last_member() {
        assert_eq!(with_token("{}", "t"), r#"{"auth":"t"}"#);
        assert_eq!(with_token(r#"{"id":1,"auth":"mine"}"#, "t"), r#"{"id":1,"auth":"mine","auth":"t"}"#);
    }

    #[test]
    fn quoted_text_reads_back() {
        for text in ["", "plain", "\"\\/\n\u{1}\u{7f}", "ключ"] {
            let mut json = String::new();
            quote(text, &mut json);
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
