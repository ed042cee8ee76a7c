//! What an error of the portal means.

use crate::schema::{ErrorCode, ErrorText};

/// Codes that say nothing; the text tells such errors apart.
const CATCH_ALL: [&str; 2] = ["", "ERROR_CORE"];

/// What errors mean, from the spec.
#[derive(Clone, Copy, Debug)]
pub struct Meanings {
    /// By code.
    pub codes: &'static [ErrorCode],
    /// By text, in the order in which they are tried.
    pub texts: &'static [ErrorText],
}

impl Meanings {
    /// The kind of an error, and whether the same call may succeed later: the code tells, then the text, then the status.
    pub fn classify(&self, status: u16, code: &[u8], description: &[u8]) -> (&'static str, bool) {
        let catch_all = CATCH_ALL
            .iter()
            .any(|it| it.as_bytes().eq_ignore_ascii_case(code));
        let said = if catch_all {
            self.by_text(description).or_else(|| self.by_code(code))
        } else {
            self.by_code(code).or_else(|| self.by_text(description))
        };
        said.unwrap_or_else(|| by_status(status))
    }

    // Portals write codes in either case: expired_token, EXPIRED_TOKEN.
    fn by_code(&self, code: &[u8]) -> Option<(&'static str, bool)> {
        let row = self
            .codes
            .iter()
            .find(|row| row.code.as_bytes().eq_ignore_ascii_case(code))?;
        Some((row.kind, row.retryable))
    }

    fn by_text(&self, description: &[u8]) -> Option<(&'static str, bool)> {
        let row = self
            .texts
            .iter()
            .find(|row| mentions(description, row.contains.as_bytes()))?;
        Some((row.kind, row.kind == "limit"))
    }
}

/// The kind of an error of which only the HTTP status is known.
fn by_status(status: u16) -> (&'static str, bool) {
    match status {
        401 => ("auth", false),
        403 => ("permission", false),
        404 | 410 => ("notFound", false),
        429 => ("limit", true),
        // Not implemented, which no repetition changes.
        501 => ("server", false),
        500.. => ("server", true),
        _ => ("validation", false),
    }
}

/// Whether a text holds another, in any case. The standard search brings its own panics and their texts along.
pub(crate) fn mentions(text: &[u8], part: &[u8]) -> bool {
    let mut starts = 0..=text.len().saturating_sub(part.len());
    starts.any(|start| {
        let end = start.saturating_add(part.len());
        text.get(start..end)
            .is_some_and(|piece| piece.eq_ignore_ascii_case(part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    static CODES: [ErrorCode; 3] = [
        ErrorCode {
            code: "ERROR_CORE",
            kind: "validation",
            retryable: false,
        },
        ErrorCode {
            code: "EXPIRED_TOKEN",
            kind: "auth",
            retryable: true,
        },
        ErrorCode {
            code: "INTERNAL_SERVER_ERROR",
            kind: "server",
            retryable: true,
        },
    ];
    static TEXTS: [ErrorText; 2] = [
        ErrorText {
            contains: "too many requests",
            kind: "limit",
        },
        ErrorText {
            contains: "not found",
            kind: "notFound",
        },
    ];
    const MEANINGS: Meanings = Meanings {
        codes: &CODES,
        texts: &TEXTS,
    };

    #[test]
    fn the_code_tells_the_kind_then_the_text_then_the_status() {
        let cases = [
            (401, "expired_token", "Not found", ("auth", true)),
            (400, "", "Lead is Not Found", ("notFound", false)),
            (
                400,
                "ERROR_CORE",
                "Lead is not found<br>",
                ("notFound", false),
            ),
            (400, "ERROR_CORE", "Wrong address", ("validation", false)),
            (400, "NEW", "Not found", ("notFound", false)),
            (503, "", "Too many requests", ("limit", true)),
            (403, "NEW", "?", ("permission", false)),
            (502, "", "", ("server", true)),
        ];
        for (status, code, description, expected) in cases {
            let found = MEANINGS.classify(status, code.as_bytes(), description.as_bytes());
            assert_eq!(found, expected, "{status} {code} {description}");
        }
    }

    #[test]
    fn a_text_is_found_at_either_end_and_not_beyond() {
        assert!(
            mentions(b"Not found", b"not found")
                && mentions(b"x not found", b"not found")
                && mentions(b"Not found.", b"not found")
        );
        assert!(!mentions(b"not foun", b"not found") && !mentions(b"", b"not found"));
    }
}
